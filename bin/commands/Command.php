<?php

/** A command: how it is called, what it is for, and what it does. */
final class Command
{
    /**
     * @param string                            $usage   the words after the command's name
     * @param array<string, string>             $options as in Arguments
     * @param Closure(Arguments, Terminal): int $run     returns the exit status
     */
    public function __construct(
        public readonly string $usage,
        public readonly string $summary,
        public readonly string $help,
        private readonly array $options,
        private readonly int $least,
        private readonly int $most,
        private readonly Closure $run,
    ) {
    }

    /** @param list<string> $words */
    public function run(array $words, Terminal $terminal): int
    {
        return ($this->run)(Arguments::read($words, $this->options, $this->least, $this->most), $terminal);
    }
}
