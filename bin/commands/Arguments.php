<?php

/** Wrong usage of the command: exit status 2. */
final class UsageError extends RuntimeException
{
}

/** The words after a command's name, checked against what it takes. */
final class Arguments
{
    /**
     * @param list<string> $words
     * @param array<string, string> $options   what the command takes, as ['json' => '', 'user' => 'NAME']: '' for a switch
     * @param int                   $least     positional words
     * @param int                   $most
     */
    public static function read(array $words, array $options, int $least = 0, int $most = 0): self
    {
        $given = $positional = [];
        $options += ['account' => 'NAME'];
        while (($word = array_shift($words)) !== null) {
            if ($word === '--') {
                array_push($positional, ...$words);
                break;
            }
            if (!str_starts_with($word, '--')) {
                $positional[] = $word;
                continue;
            }
            [$name, $value] = explode('=', substr($word, 2), 2) + [1 => null];
            $takes = $options[$name] ?? throw new UsageError("There is no option --$name. Options: --" . implode(', --', array_keys($options)));
            if ($takes === '') {
                $value === null || throw new UsageError("--$name takes no value");
                $given[$name] = true;
            } else {
                $value ??= array_shift($words);
                $given[$name] = (string) $value !== '' ? $value : throw new UsageError("--$name needs a value: --$name=$takes");
            }
        }
        $count = count($positional);
        if ($count < $least || $count > $most) {
            throw new UsageError($count < $least ? 'Something is missing' : "\"$positional[$most]\" is too much");
        }
        return new self($given, $positional);
    }

    private function __construct(private readonly array $given, public readonly array $words)
    {
    }

    public function has(string $option): bool
    {
        return isset($this->given[$option]);
    }

    public function option(string $name, ?string $default = null): ?string
    {
        return $this->given[$name] ?? $default;
    }

    public function account(): ?string
    {
        return $this->option('account');
    }

    /** A whole number of at least $least. */
    public function number(string $name, int $default, int $least = 1): int
    {
        $text = $this->option($name, (string) $default);
        return preg_match('/^\d{1,9}$/', $text) && $text >= $least ? (int) $text : throw new UsageError("--$name must be a whole number from $least");
    }
}
