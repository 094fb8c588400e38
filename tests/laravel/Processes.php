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
        $process = proc_open(
            $asUser ? [...$this->as, ...$command] : $command,
            [['pipe', 'r'], ['file', $log, 'a'], ['redirect', 1]],
            $pipes,
            $directory,
            $environment + getenv(),
        );
        $this->running[$name] = $process ?: throw new RuntimeException("$name did not start");
        $this->inputs[$name] = $pipes[0];
    }

    /** Runs a program and waits for its end. */
    public function run(array $command, array $environment = [], ?string $directory = null, bool $asUser = true): Result
    {
        $process = proc_open(
            $asUser ? [...$this->as, ...$command] : $command,
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
            $pipes,
            $directory,
            $environment + getenv(),
        );
        $this->running['command'] = $process ?: throw new RuntimeException("$command[0] did not start");
        stream_set_blocking($pipes[1], false);

        // One long read would not let a signal end this script.
        for ($output = ''; ! feof($pipes[1]);) {
            [$read, $write, $except] = [[$pipes[1]], null, null];
            @stream_select($read, $write, $except, 0, 200_000);
            $output .= stream_get_contents($pipes[1]);
        }

        unset($this->running['command']);

        return new Result(proc_close($process), $output);
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
