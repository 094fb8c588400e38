<?php

require __DIR__.'/Browser.php';
require __DIR__.'/Keap.php';
require __DIR__.'/Processes.php';

/**
 * A Laravel application that contains examples/laravel, with its servers: nginx, PHP-FPM with the settings in its pool,
 * and a queue worker and artisan with the settings in php.ini. All run as one unprivileged user with one store.
 * Keap is the stand-in.
 */
final class Stack
{
    /** The signals that end this script. */
    private const ENDING = [SIGINT, SIGTERM, SIGHUP];

    private const TLS = __DIR__.'/../keap/tls';

    public readonly string $folder;

    public readonly string $url;

    public readonly string $productionUrl;

    /** The id of the tag that the application gives to new customers. */
    public readonly string $tag;

    public readonly Keap $keap;

    public readonly Processes $processes;

    private readonly string $user;

    private readonly string $group;

    public function __construct(private readonly string $extension)
    {
        $this->folder = sys_get_temp_dir().'/infusionsoft-laravel-'.bin2hex(random_bytes(6));
        $root = posix_geteuid() === 0;
        $this->user = $root ? 'www-data' : posix_getpwuid(posix_geteuid())['name'];
        $this->group = posix_getgrgid($root ? posix_getpwnam($this->user)['gid'] : posix_getegid())['name'];

        $this->processes = new Processes(
            "$this->folder/log",
            $root ? ['setpriv', "--reuid=$this->user", "--regid=$this->group", '--clear-groups', '--'] : [],
        );
        Browser::$ca = self::TLS.'/ca.pem';
        [$port, $production] = self::freePorts(2);
        $this->url = "https://127.0.0.1:$port";
        $this->productionUrl = "https://127.0.0.1:$production";

        // However this script ends, it stops all programs and removes the folder. Who started it may have blocked or
        // ignored these signals, as a shell does with SIGINT for a job in the background.
        pcntl_async_signals(true);

        foreach (self::ENDING as $signal) {
            pcntl_signal($signal, fn () => exit(1));
        }

        pcntl_sigprocmask(SIG_UNBLOCK, self::ENDING);
        register_shutdown_function($this->down(...));

        foreach (['', '/log', '/ini', '/nginx', '/redis', '/store'] as $folder) {
            mkdir($this->folder.$folder, 0755);
        }
    }

    public function up(): void
    {
        $this->keap = new Keap($this->processes, $this->folder);
        preg_match('/^KEAP_SIGNUP_TAG="([^"]+)"/m', self::exampleEnv(), $tag);
        $this->tag = $this->keap->ask('POST', '/tags', ['name' => $tag[1]])['id'];
        $this->configure();
        $this->layOutApplication();

        // The queue is in Redis, because SQLite does not let visitors and a worker write at the same time.
        $this->processes->start('redis', ['redis-server', '--port', '0', '--unixsocket', "$this->folder/redis/socket", '--save', '', '--dir', "$this->folder/redis"], asUser: true);
        $this->processes->start('fpm', [self::fpm(), '-F', '-y', "$this->folder/fpm.conf", '-d', "extension=$this->folder/infusionsoft.so"]);
        $this->processes->start('nginx', ['/usr/sbin/nginx', '-c', "$this->folder/nginx.conf"]);
        $this->startQueue();
        $this->processes->wait('page', fn () => (new Browser($this->url))->get('/up')->status === 200);
    }

    private function down(): void
    {
        // A second Ctrl-C must not leave programs behind.
        pcntl_sigprocmask(SIG_BLOCK, self::ENDING);
        $this->processes->stopAll();
        $this->mustRun(['rm', '-rf', '--', $this->folder]);
    }

    public function startQueue(string $name = 'queue', string ...$options): void
    {
        $this->processes->start($name, [PHP_BINARY, 'artisan', 'queue:work', '--sleep=0.2', ...$options], $this->ini(), "$this->folder/app", asUser: true);
    }

    public function artisan(string ...$arguments): Result
    {
        return $this->processes->run([PHP_BINARY, 'artisan', ...$arguments], $this->ini(), "$this->folder/app");
    }

    public function redis(): Redis
    {
        $redis = new Redis();
        $redis->connect("$this->folder/redis/socket");

        return $redis;
    }

    public function jobsLeft(): int
    {
        // One transaction counts all lists, so that a job that moves between lists is not missed.
        return array_sum($this->redis()->multi()->lLen('queues:default')->zCard('queues:default:delayed')->zCard('queues:default:reserved')->exec());
    }

    /** Lets the time pass for which jobs wait for their next try. */
    public function makeJobsDue(): void
    {
        $redis = $this->redis();

        foreach ($redis->zRange('queues:default:delayed', 0, -1) as $job) {
            // XX: unless the worker has taken the job meanwhile.
            $redis->zAdd('queues:default:delayed', ['XX'], time() - 1, $job);
        }
    }

    /** Lets retry_after pass for the jobs of workers that have ended. */
    public function takeJobsBack(): void
    {
        $redis = $this->redis();

        foreach ($redis->zRange('queues:default:reserved', 0, -1) as $job) {
            $redis->zAdd('queues:default:reserved', ['XX'], time() - 1, $job);
        }
    }

    /** Makes all jobs due, until none is left. */
    public function emptyQueue(): void
    {
        $this->processes->wait('empty queue', function (): bool {
            $this->makeJobsDue();

            return $this->jobsLeft() === 0;
        }, 120);
    }

    /** Starts PHP-FPM's workers and the queue worker again. What they had mapped of the store is gone. */
    public function restartWorkers(): void
    {
        $ready = fn (): int => substr_count((string) @file_get_contents("$this->folder/log/fpm.log"), 'ready to handle connections');
        $before = $ready();
        $this->processes->signal('fpm', SIGUSR2);
        $this->processes->wait('PHP-FPM', fn () => $ready() > $before);
        $this->processes->stop('queue');
        $this->startQueue();
    }

    public function log(): string
    {
        return (string) @file_get_contents("$this->folder/app/storage/logs/laravel.log");
    }

    /**
     * Finds the files of the application and of the servers that match. keap.out is excluded: the stand-in prints its
     * secrets.
     *
     * @return list<string>
     */
    public function filesWith(string $pattern): array
    {
        $found = [];

        foreach (['app/storage', 'app/bootstrap', 'log', 'nginx', 'store'] as $part) {
            foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator("$this->folder/$part", FilesystemIterator::SKIP_DOTS)) as $file) {
                if ($file->isFile() && $file->getFilename() !== 'keap.out' && preg_match($pattern, file_get_contents($file->getPathname()))) {
                    $found[] = substr($file->getPathname(), strlen($this->folder) + 1);
                }
            }
        }

        return $found;
    }

    /** The environment in which command-line PHP reads our php.ini after the files of the system. */
    private function ini(): array
    {
        return ['PHP_INI_SCAN_DIR' => ":$this->folder/ini"];
    }

    private function configure(): void
    {
        // The unprivileged user may have no access to the checkout, so these files are copied.
        copy($this->extension, "$this->folder/infusionsoft.so");
        copy(self::TLS.'/ca.pem', "$this->folder/ca.pem");
        $settings = $this->keap->settings() + ['ca_file' => "$this->folder/ca.pem", 'store_path' => "$this->folder/store"];
        $ini = "extension=$this->folder/infusionsoft.so\n";
        $pool = '';

        foreach ($settings as $name => $value) {
            $ini .= "infusionsoft.$name = \"$value\"\n";
            $pool .= "php_admin_value[infusionsoft.$name] = \"$value\"\n";
        }

        file_put_contents("$this->folder/ini/infusionsoft.ini", $ini);

        foreach (['fpm.conf', 'nginx.conf'] as $file) {
            file_put_contents("$this->folder/$file", strtr(file_get_contents(__DIR__."/server/$file"), [
                '{dir}' => $this->folder,
                '{user}' => $this->user,
                '{group}' => $this->group,
                '{port}' => parse_url($this->url, PHP_URL_PORT),
                '{production_port}' => parse_url($this->productionUrl, PHP_URL_PORT),
                '{tls}' => self::TLS,
                '{settings}' => $pool,
            ]));
        }
    }

    private function layOutApplication(): void
    {
        $app = "$this->folder/app";
        mkdir($app);

        foreach ([$this->mustRun([__DIR__.'/framework.sh']), __DIR__.'/skeleton', dirname(__DIR__, 2).'/examples/laravel'] as $source) {
            $this->mustRun(['cp', '-R', "$source/.", $app]);
        }

        foreach (['bootstrap/cache', 'storage/logs', 'storage/framework/cache/data', 'storage/framework/sessions', 'storage/framework/views'] as $folder) {
            mkdir("$app/$folder", 0755, true);
        }

        file_put_contents("$app/.env", implode("\n", [
            'APP_ENV=local',
            'APP_DEBUG=true',
            'APP_KEY=base64:'.base64_encode(random_bytes(32)),
            "APP_URL=$this->url",
            'SESSION_DRIVER=file',
            'CACHE_STORE=file',
            'QUEUE_CONNECTION=redis',
            'QUEUE_FAILED_DRIVER=file',
            "REDIS_HOST=$this->folder/redis/socket",
            'REDIS_PORT=0',
            'REDIS_PREFIX=',
            self::exampleEnv(),
        ]));
        $this->mustRun(['chown', '-R', "$this->user:$this->group", $app, "$this->folder/redis", "$this->folder/store"]);
        chmod("$this->folder/store", 0700);
    }

    /** The lines for .env in the example's README, as a reader copies them. */
    private static function exampleEnv(): string
    {
        preg_match('/In `\.env`:\n\n```\n(.+?)```/s', file_get_contents(dirname(__DIR__, 2).'/examples/laravel/README.md'), $found);

        return $found[1];
    }

    private function mustRun(array $command): string
    {
        $result = $this->processes->run($command, asUser: false);

        if ($result->status !== 0) {
            throw new RuntimeException(implode(' ', $command).": $result->output");
        }

        return trim($result->output);
    }

    private static function fpm(): string
    {
        return '/usr/sbin/php-fpm'.PHP_MAJOR_VERSION.'.'.PHP_MINOR_VERSION;
    }

    /** @return list<int> */
    private static function freePorts(int $count): array
    {
        $sockets = array_map(fn () => stream_socket_server('tcp://127.0.0.1:0'), range(1, $count));

        return array_map(fn ($socket) => (int) substr(strrchr(stream_socket_get_name($socket, false), ':'), 1), $sockets);
    }
}
