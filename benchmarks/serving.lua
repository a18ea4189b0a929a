-- For wrk: asks for the addresses in turn, as a browser would, and ends with one line of JSON.
local requests = {}
local at = 0

function init(addresses)
  for _, address in ipairs(addresses) do
    requests[#requests + 1] = wrk.format("GET", address, { ["Accept-Encoding"] = "gzip, deflate, br" })
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests": %d, "seconds": %.3f, "bytes": %d, "p50_us": %d, "p99_us": %d, "refused": %d, "broken": %d}',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout
  ))
end
