-- What wrk prints at the end: percentiles of the time of a page, in ms, and how many pages failed.
function done(summary, latency)
  local errors = summary.errors
  print(string.format('{"pages/s": %.1f, "p50, ms": %.3f, "p99, ms": %.3f, "p99.9, ms": %.3f, "longest, ms": %.3f, "failed pages": %d}',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency:percentile(99.9) / 1e3,
    latency.max / 1e3, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
