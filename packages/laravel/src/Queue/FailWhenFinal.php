<?php

namespace Infusionsoft\Laravel\Queue;

use Infusionsoft\Laravel\Failure;

/** Middleware of a job: lets it fail at once where Keap would refuse it again. All else is thrown, and tried again. */
final class FailWhenFinal
{
    public function handle(object $job, \Closure $next): void
    {
        try {
            $next($job);
        } catch (\Throwable $e) {
            Failure::isFinal($e) ? $job->fail($e) : throw $e;
        }
    }
}
