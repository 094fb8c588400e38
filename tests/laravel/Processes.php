<?php

/** The programs that one test starts. Each is ended by its own process id. */
final class Processes
{
    /** @var array<string, resource> */
    private array $running = [];

    /** @var array<string, resource> the standard inputs of the programs; they close when this process ends */
    private array $inputs = [];

    public function __construct(private readonly string $logs, private readonly array $as = []) {}

    /** Starts a program and does not wait for its end. Its output goes to the log file NAME.out. */
    public function start(string $name, array $command, array $environment = [], ?string $directory = null, bool $asUser = false): void
    {
        $log = "$this->logs/$name.out";
        $this->inputs[$name] = $this->open($name, $command, [['pipe', 'r'], ['file', $log, 'a'], ['redirect', 1]], $environment, $directory, $asUser)[0];
    }

    /** Runs a program and waits for its end. */
    public function run(array $command, array $environment = [], ?string $directory = null, bool $asUser = true): Result
    {
        $pipes = $this->open('command', $command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $environment, $directory, $asUser);
        $process = $this->running['command'];
        stream_set_blocking($pipes[1], false);

        // One long read would not let a signal end this script.
        for ($output = ''; ! feof($pipes[1]);) {
            [$read, $write, $except] = [[$pipes[1]], null, null];
            @stream_select($read, $write, $except, 0, 200_000);
            $output .= stream_get_contents($pipes[1]);
        }

        return $this->uninterrupted(function () use ($process, $output): Result {
            unset($this->running['command']);

            return new Result(proc_close($process), $output);
        });
    }

    /**
     * Starts a program and keeps it under a name.
     *
     * @return array<int, resource> its pipes
     */
    private function open(string $name, array $command, array $descriptors, array $environment, ?string $directory, bool $asUser): array
    {
        $command = $asUser ? [...$this->as, ...$command] : $command;

        return $this->uninterrupted(function () use ($name, $command, $descriptors, $environment, $directory): array {
            $process = proc_open($command, $descriptors, $pipes, $directory, $environment + getenv());
            $this->running[$name] = $process ?: throw new RuntimeException("$name did not start: $command[0]");

            return $pipes;
        });
    }

    /** A signal handler that ends this script runs before or after the step: it finds each program that runs in the list. */
    private function uninterrupted(callable $step): mixed
    {
        $async = pcntl_async_signals(false);

        try {
            return $step();
        } finally {
            pcntl_async_signals($async);
            pcntl_signal_dispatch();
        }
    }

    public function wait(string $what, callable $condition, float $seconds = 30): void
    {
        for ($end = microtime(true) + $seconds; ! $condition(); usleep(20_000)) {
            foreach ($this->running as $name => $process) {
                if (! proc_get_status($process)['running']) {
                    throw new RuntimeException("$name ended while waiting for $what: ".@file_get_contents("$this->logs/$name.out"));
                }
            }

            if (microtime(true) > $end) {
                throw new RuntimeException("still no $what after $seconds s");
            }
        }
    }

    /**
     * Waits for the end of a program, and stops it if it does not come.
     *
     * @return string "exit N", "signal N", or "still running"
     */
    public function end(string $name, float $seconds = 60): string
    {
        for ($end = microtime(true) + $seconds; ($status = proc_get_status($this->running[$name]))['running']; usleep(20_000)) {
            if (microtime(true) > $end) {
                $this->stop($name);

                return 'still running';
            }
        }

        unset($this->running[$name], $this->inputs[$name]);

        return $status['signaled'] ? "signal {$status['termsig']}" : "exit {$status['exitcode']}";
    }

    public function isRunning(string $name): bool
    {
        return proc_get_status($this->running[$name])['running'];
    }

    public function signal(string $name, int $signal): void
    {
        proc_terminate($this->running[$name], $signal);
    }

    /** Kills all programs that a program has started. */
    public function killChildren(string $name): void
    {
        $parent = proc_get_status($this->running[$name])['pid'];

        foreach (explode(' ', trim(file_get_contents("/proc/$parent/task/$parent/children"))) as $child) {
            posix_kill((int) $child, SIGKILL);
        }
    }

    public function stop(string $name): void
    {
        $process = $this->running[$name];
        proc_terminate($process);

        for ($end = microtime(true) + 10; proc_get_status($process)['running']; usleep(10_000)) {
            if (microtime(true) > $end) {
                proc_terminate($process, SIGKILL);
            }
        }

        unset($this->running[$name], $this->inputs[$name]);
        proc_close($process);
    }

    public function stopAll(): void
    {
        foreach (array_reverse(array_keys($this->running)) as $name) {
            $this->stop($name);
        }
    }
}

final class Result
{
    public function __construct(public readonly int $status, public readonly string $output) {}
}
