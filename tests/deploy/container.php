<?php
// Commands in a root folder of their own: in their own mount and PID namespace, as PID 1, with the user and the mounts of a container.

/**
 * Returns the command that runs $command as PID 1.
 *
 * @param array{lower: list<string>, upper: string} $root the layers of the root folder; `upper` gets the changes
 * @param array $options
 *   - environment, workdir, user (a name or UID:GID)
 *   - mounts: list of ['bind', SOURCE, TARGET], ['ro', SOURCE, TARGET], ['tmpfs', '', TARGET] or ['overlay', LAYERS, TARGET]
 *   - readOnly: the root folder cannot be written; the mounts can
 *   - confined: no capabilities, none to be gained
 *   - wrapper: a command before the command
 */
function enter(array $root, array $command, array $options = []): array
{
    $quoted = static fn (array $words): string => implode(' ', array_map(escapeshellarg(...), $words));
    $top = dirname($root['upper']) . '/root';
    $work = dirname($root['upper']) . '/work';
    $lines = [
        $quoted(['mkdir', '-p', $root['upper'], $work, $top]),
        $quoted(['mount', '-t', 'overlay', '-o', 'lowerdir=' . implode(':', $root['lower']) . ",upperdir=$root[upper],workdir=$work", 'overlay', $top]),
        $quoted(['cd', $top]),
        'mount -t proc proc proc', 'mount --rbind /dev dev',
        'mount --bind /etc/resolv.conf etc/resolv.conf 2>/dev/null || true',
    ];
    foreach ($options['mounts'] ?? [] as [$kind, $source, $target]) {
        $place = ltrim($target, '/');
        $lines[] = $kind !== 'overlay' && is_file((string) $source)
            ? $quoted(['mkdir', '-p', dirname("./$place")]) . '; ' . $quoted(['touch', "./$place"])
            : $quoted(['mkdir', '-p', "./$place"]);
        $lines[] = match ($kind) {
            'bind' => $quoted(['mount', '--bind', $source, "./$place"]),
            'ro' => $quoted(['mount', '--bind', $source, "./$place"]) . '; ' . $quoted(['mount', '-o', 'remount,ro,bind', "./$place"]),
            'tmpfs' => $quoted(['mount', '-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', "./$place"]),
            'overlay' => $quoted(['mount', '-t', 'overlay', '-o', 'lowerdir=' . implode(':', $source), 'overlay', "./$place"]),
        };
    }
    if ($options['readOnly'] ?? false) {
        $lines[] = 'mount -o remount,ro .';
    }
    $user = $options['user'] ?? 'root';
    [$uid, $gid] = [...explode(':', $user), ''];
    $as = $user === 'root' ? [] : ['setpriv', "--reuid=$uid", ...($gid === '' ? ["--regid=$uid", '--init-groups'] : ["--regid=$gid", '--clear-groups']),
        ...($options['confined'] ?? false ? ['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'] : [])];
    $environment = $options['environment'] ?? ['PATH' => '/usr/sbin:/usr/bin:/sbin:/bin'];
    $pairs = array_map(static fn (string $name, string $value): string => "$name=$value", array_keys($environment), $environment);
    $inside = ['sh', '-c', 'cd "$1" && shift && exec "$@"', 'inside', $options['workdir'] ?? '/', ...$as, ...($options['wrapper'] ?? []), ...$command];
    // As container engines do, so that the user can open /proc/self/fd/2.
    $lines[] = $user === 'root' ? ':' : 'chown --dereference ' . escapeshellarg(is_numeric($uid) ? $uid : '33') . ' /proc/self/fd/1 /proc/self/fd/2 2>/dev/null || true';
    $lines[] = 'exec env -i ' . $quoted($pairs) . ' chroot . ' . $quoted($inside);
    return ['unshare', '--mount', '--pid', '--fork', '--kill-child', 'sh', '-euc', implode("\n", $lines)];
}

/** Runs a command and returns its output; throws if it fails. */
function run(array $command): string
{
    $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes);
    $output = stream_get_contents($pipes[1]);
    $status = proc_close($process);
    return $status === 0 ? $output : throw new RuntimeException('exit status ' . $status . ' of ' . substr(implode(' ', $command), -300) . "\n" . substr($output, -3000));
}

/** A container that runs. */
final class Container
{
    private $process;
    private string $log;
    private ?int $status = null;

    public function __construct(private Image $image, private string $folder, array $options = [], ?array $arguments = null)
    {
        is_dir($folder) || mkdir($folder, 0755, true);
        $this->log = "$folder/log";
        $command = enter(['lower' => $image->layers, 'upper' => "$folder/upper"], [...$image->entrypoint, ...($arguments ?? $image->command)], $options + [
            'environment' => $image->environment + ($options['more'] ?? []), 'workdir' => $image->workdir, 'user' => $image->user,
        ]);
        $this->process = proc_open($command, [['file', '/dev/null', 'r'], ['file', $this->log, 'w'], ['redirect', 1]], $pipes);
    }

    /** Ends it as the end of PID 1 does: all of its processes are gone. */
    public function __destruct()
    {
        if ($this->running()) {
            $this->signal('KILL');
        }
        proc_close($this->process);
    }

    public function running(): bool
    {
        return ($this->status ??= $this->look()) === null;
    }

    private function look(): ?int
    {
        $status = proc_get_status($this->process);
        return $status['running'] ? null : $status['exitcode'];
    }

    /** Sends the image's stop signal to PID 1, as `docker stop` does. */
    public function stop(): void
    {
        $this->signal(substr($this->image->stopSignal, 3));
    }

    /** PID 1 is a child of unshare; it survives unshare, because a change of user drops what --kill-child has set. */
    private function signal(string $signal): void
    {
        $parent = proc_get_status($this->process)['pid'];
        foreach (glob('/proc/[0-9]*/status') as $file) {
            if (preg_match("/^PPid:\t$parent$/m", (string) @file_get_contents($file)) === 1) {
                run(['sh', '-c', 'kill -"$1" "$2"', 'kill', $signal, basename(dirname($file))]);
                return;
            }
        }
        $this->ended(1) !== null || throw new RuntimeException('the container has no first process: ' . $this->output());
    }

    /** Waits for the end and returns the exit status; null after the time limit, when an engine would kill. */
    public function ended(float $limit = 60): ?int
    {
        for ($end = microtime(true) + $limit; $this->running() && microtime(true) < $end;) {
            usleep(5000);
        }
        return $this->status;
    }

    public function output(): string
    {
        return (string) file_get_contents($this->log);
    }
}
