/* No text becomes HTML, and a worker's script comes from here or not at all;
   browsers without the interface have the security policy alone. */
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => new URL(address, document.baseURI).origin === location.origin ? address : null
})
