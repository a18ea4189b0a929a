"""Speed and size, as ratios against a named baseline of the same run; never tests."""
