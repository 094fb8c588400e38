<?php

namespace Infusionsoft\Laravel\Queue;

use Infusionsoft\RateLimitException;

/** Middleware of a job: puts it back until Keap's limits allow a call. The try counts: give the job retryUntil(). */
final class ReleaseWhenRateLimited
{
    public function handle(object $job, \Closure $next): void
    {
        try {
            $next($job);
        } catch (RateLimitException $e) {
            $job->release(max(1, $e->retryAfter));
        }
    }
}
