<?php

require_once __DIR__ . '/container.php';

/** What a stage of a Dockerfile has become. */
final class Image
{
    public string $workdir = '/';
    public string $user = 'root';
    public string $stopSignal = 'SIGTERM';
    public array $environment = ['PATH' => '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'];
    public array $entrypoint = [];
    public array $command = [];
    public array $ports = [];

    /** @param list<string> $layers folders, the topmost first */
    public function __construct(public array $layers, public string $key, public bool $copied = false)
    {
    }
}

/**
 * Carries out a Dockerfile without Docker: each RUN and COPY makes a layer, which is the upper folder of an overlay. Layers
 * are kept: those that need no file of the context for all checkouts, the others for this one.
 */
final class Images
{
    /** @var array<string, Image> by the name of the stage */
    public array $stages = [];
    public array $done = [];
    private array $used = [];

    /** @param array<string, string> $bases names of FROM => folder */
    public function __construct(private array $bases, private string $context, private string $shared, private string $own)
    {
        is_dir($own) || mkdir($own, 0755, true);
    }

    /** $report: whether the instructions count as done */
    public function build(string $dockerfile, bool $report = true): void
    {
        $stage = null;
        foreach (self::instructions($dockerfile) as [$instruction, $argument]) {
            if ($instruction === 'FROM') {
                preg_match('/^(\S+)(?: AS (\S+))?$/', $argument, $from) === 1 || throw new RuntimeException("FROM $argument");
                $stage = isset($this->stages[$from[1]]) ? clone $this->stages[$from[1]]
                    : new Image([$this->bases[$from[1]] ?? throw new RuntimeException("no base $from[1]")], $from[1]);
                $this->stages[$from[2] ?? 'last'] = $stage;
            } else {
                $this->carryOut($stage, $instruction, $argument);
            }
            $report && $this->done[] = "$instruction $argument";
        }
    }

    /** Removes the layers of this checkout that no stage uses any more. */
    public function sweep(): void
    {
        foreach (array_diff(glob("$this->own/*"), $this->used) as $layer) {
            run(['rm', '-rf', $layer]);
        }
    }

    /** @return list<array{string, string}> */
    public static function instructions(string $dockerfile): array
    {
        $text = preg_replace(['/^\s*#.*\n/m', '/\s*\\\\\n\s*/'], ['', ' '], $dockerfile);
        preg_match_all('/^([A-Z]+) +(.+)$/m', $text, $all, PREG_SET_ORDER);
        count($all) === count(array_filter(explode("\n", $text), 'trim')) || throw new RuntimeException('a line of the Dockerfile is not an instruction');
        return array_map(static fn (array $one): array => [$one[1], trim($one[2])], $all);
    }

    private function carryOut(Image $stage, string $instruction, string $argument): void
    {
        match ($instruction) {
            'RUN' => $this->layer($stage, $instruction, $argument, fn (array $layer) => $this->run($stage, $argument, $layer)),
            'COPY' => $this->copy($stage, $argument),
            'ENV' => [$stage->environment[strtok($argument, '=')] = substr($argument, strpos($argument, '=') + 1)],
            'WORKDIR' => [$stage->workdir = $argument],
            'USER' => [$stage->user = $argument],
            'STOPSIGNAL' => [$stage->stopSignal = $argument],
            'EXPOSE' => [$stage->ports[] = (int) $argument],
            'ENTRYPOINT' => [$stage->entrypoint = json_decode($argument, true, flags: JSON_THROW_ON_ERROR), $stage->command = []],
            'CMD' => [$stage->command = json_decode($argument, true, flags: JSON_THROW_ON_ERROR)],
            default => throw new RuntimeException("the instruction $instruction is not known"),
        };
    }

    private function run(Image $stage, string $command, array $layer): void
    {
        run(enter($layer, ['sh', '-c', $command], [
            'environment' => $stage->environment, 'workdir' => $stage->workdir, 'user' => $stage->user,
        ]));
    }

    private function copy(Image $stage, string $argument): void
    {
        preg_match('/^(?:--from=(\S+) )?(\S+) (\S+)$/', $argument, $part) === 1 || throw new RuntimeException("COPY $argument");
        [, $from, $source, $target] = $part;
        $content = $from === '' ? (string) shell_exec('cd ' . escapeshellarg($this->context) . ' && find ' . escapeshellarg($source)
            . ' -type f -print0 | sort -z | xargs -0 sha256sum') : $this->stages[$from]->key;
        $this->layer($stage, 'COPY', "$argument $content", function (array $layer) use ($from, $source, $target): void {
            $mounts = $from === '' ? [] : [['overlay', $this->stages[$from]->layers, '/mnt']];
            $mounts[] = ['bind', $from === '' ? $this->context : '/', '/media'];
            $from = ($from === '' ? '/media/' : '/mnt/') . ltrim($source, '/');
            $isFolder = str_ends_with($source, '/');
            $make = $isFolder ? $target : (str_ends_with($target, '/') ? $target : dirname($target));
            $copy = 'mkdir -p "$1" && cp -r --preserve=mode,timestamps,links "$2" "$3"';
            run(enter($layer, ['sh', '-c', $copy, 'copy', $make, $isFolder ? "$from." : $from, $target], ['mounts' => $mounts]));
        });
        $stage->copied = true;
    }

    /** @param callable(array): void $fill gets what enter() needs to change the layer */
    private function layer(Image $stage, string $instruction, string $what, callable $fill): void
    {
        $state = json_encode([$stage->environment, $stage->workdir, $stage->user]);
        $stage->key = substr(hash('sha256', "$stage->key\n$instruction $what\n$state"), 0, 20);
        $stage->copied = $stage->copied || $instruction === 'COPY';
        $folder = $stage->copied ? "$this->own/$stage->key" : "$this->shared/deploy-layer-$stage->key";
        $this->used[] = $folder;
        if (!is_dir($folder)) {
            $fresh = "$folder.new-" . bin2hex(random_bytes(4)); // other runs have the same process ids
            mkdir($fresh);
            try {
                $fill(['lower' => $stage->layers, 'upper' => "$fresh/upper"]);
                @rename("$fresh/upper", $folder);
            } finally {
                run(['rm', '-rf', $fresh]);
            }
        }
        array_unshift($stage->layers, $folder);
    }
}
