<?php

/** The servers of the bench, all on loopback: nginx as Keap, delaying proxies, PHP-FPM behind nginx; and a store with a grant. They end with this object. */
final class Scene
{
    private const TLS = __DIR__ . '/../tests/keap/tls';
    private const TOKEN = 'at-0123456789abcdefghijklmnopqrstuvwxyz';
    public const WORKERS = 4;
    public const CROWD = 64;

    public readonly int $near;      // Keap
    public readonly int $far;       // Keap at 20 ms round trip
    public readonly int $once;      // Keap, which closes the connection after each call
    public readonly int $many;      // Keap with HTTP/2
    public readonly int $manyFar;   // Keap with HTTP/2, at 20 ms round trip
    public readonly int $visitors;  // the web server in front of PHP-FPM
    private array $processes = [];

    public function __construct(public readonly string $folder, private readonly string $extension)
    {
        [$this->near, $this->far, $this->once, $this->many, $this->manyFar, $this->visitors] = self::freePorts(6);
        copy(self::TLS . '/ca.pem', "$folder/one.pem");
        // The system's CA bundle, and its directory of hashed names, each with the stand-in's CA added.
        file_put_contents("$folder/bundle.pem", file_get_contents('/etc/ssl/certs/ca-certificates.crt') . file_get_contents("$folder/one.pem"));
        directory_of_authorities("$folder/bundle", file_get_contents("$folder/one.pem"));
        file_put_contents("$folder/nginx.conf", $this->nginx());
        file_put_contents("$folder/fpm.conf", "[global]\ndaemonize = no\nprocess_control_timeout = 10\nerror_log = $folder/fpm.log\n" . implode('', array_map($this->pool(...), $this->pools())));
        register_shutdown_function($this->end(...));
        $this->start('nginx', ['/usr/sbin/nginx', '-p', $folder, '-c', "$folder/nginx.conf", '-e', "$folder/nginx.log"]);
        $this->start('delay', ["$folder/delay", $this->far, $this->near]);
        $this->start('delay_many', ["$folder/delay", $this->manyFar, $this->many]);
        $this->start('fpm', [self::fpm(), '-n', '-F', '-R', '-y', "$folder/fpm.conf", ...$this->settings('near')]);
        $this->until(fn () => file_exists("$folder/memory_one.sock") && array_reduce([$this->visitors, $this->far, $this->manyFar], static fn (bool $up, int $port) => $up && @fsockopen('127.0.0.1', $port), true));
        $this->php('near', ['-r', "infusionsoft_token_import(['access_token' => getenv('BENCH_TOKEN'), 'refresh_token' => 'rt-1', 'expires_in' => 86399]);"]);
    }

    /** link => [port of Keap, name of the CA file: the extension uses a directory of this name, if there is one]. */
    private function links(): array
    {
        return [
            'near' => [$this->near, 'bundle'], 'far' => [$this->far, 'bundle'], 'one' => [$this->near, 'one'],
            // Pools of their own: memory is measured in workers that have served nothing else.
            'memory_extension' => [$this->near, 'bundle'], 'memory_limit' => [$this->near, 'bundle'], 'memory_one' => [$this->near, 'one'],
            'crowd' => [$this->near, 'bundle'],
            'once' => [$this->once, 'bundle'], 'import' => [$this->manyFar, 'bundle'],
        ];
    }

    /** The settings ca_file and ca_path of a link. */
    private function authorities(string $link): array
    {
        $name = $this->links()[$link][1];
        return is_dir("$this->folder/$name") ? ['', "$this->folder/$name"] : ["$this->folder/$name.pem", ''];
    }

    /** The links that have a pool of PHP-FPM workers. */
    private function pools(): array
    {
        return array_diff(array_keys($this->links()), ['once', 'import']);
    }

    public function environment(string $link): array
    {
        [$port, $authorities] = $this->links()[$link];
        return [
            'BENCH_BASE' => "https://127.0.0.1:$port/crm",
            'BENCH_CA' => "$this->folder/$authorities.pem",
            'BENCH_TOKEN' => self::TOKEN,
            'BENCH_VENDORS' => "$this->folder/vendors",
        ];
    }

    /** Runs a PHP that has all settings and extensions of the clients; returns its output. */
    public function php(string $link, array $arguments): string
    {
        return $this->output([PHP_BINARY, '-n', ...$this->settings($link), ...$arguments], $link);
    }

    public function phpCommand(string $link): array
    {
        return [PHP_BINARY, '-n', ...$this->settings($link)];
    }

    public function output(array $command, string $link = 'near'): string
    {
        $process = proc_open(array_map(strval(...), $command), [['file', '/dev/null', 'r'], ['pipe', 'w']], $pipes, env_vars: $this->environment($link) + getenv());
        $output = stream_get_contents($pipes[1]);
        return proc_close($process) === 0 ? $output : throw new RuntimeException(implode(' ', array_slice($command, -3)) . ' failed: ' . $output);
    }

    /** Process ids of a pool's workers. */
    public function workers(string $pool): array
    {
        exec("pgrep -P {$this->pid('fpm')} -f " . escapeshellarg("pool $pool\$"), $pids);
        return array_map(intval(...), $pids);
    }

    /** The number of handshakes, refreshes or imports (calls) that Keap has logged. */
    public function counted(string $what): int
    {
        return count(file("$this->folder/$what.log"));
    }

    private function settings(string $link): array
    {
        $environment = $this->environment($link);
        $settings = [
            'extension_dir' => ini_get('extension_dir'),
            'display_errors' => 0, // a page that fails is then a 500
            'error_reporting' => E_ALL & ~E_DEPRECATED & ~E_STRICT, // as in php.ini-production
            'zend_extension' => 'opcache',
            'opcache.validate_timestamps' => 1,
            'curl.cainfo' => $environment['BENCH_CA'],
            'infusionsoft.store_path' => "$this->folder/store",
            'infusionsoft.client_id' => 'id',
            'infusionsoft.client_secret' => 'secret',
            'infusionsoft.base_url' => $environment['BENCH_BASE'],
            'infusionsoft.token_url' => "https://127.0.0.1:$this->near/token",
            'infusionsoft.ca_file' => $this->authorities($link)[0],
            'infusionsoft.ca_path' => $this->authorities($link)[1],
            'infusionsoft.keepalive' => 1,
        ];
        $options = [];
        foreach (['curl', 'mbstring', 'ctype', $this->extension, "$this->folder/limit.so"] as $extension) {
            array_push($options, '-d', "extension=$extension");
        }
        foreach ($settings as $name => $value) {
            array_push($options, '-d', "$name=$value");
        }
        return $options;
    }

    public function poolSize(string $link): int
    {
        return $link === 'crowd' ? self::CROWD : self::WORKERS;
    }

    /** Ends all workers after their present page, and starts new ones. */
    public function reload(): void
    {
        posix_kill($this->pid('fpm'), SIGUSR2);
    }

    private function pool(string $link): string
    {
        $environment = $this->environment($link);
        $lines = "[$link]\nuser = root\ngroup = root\nlisten = $this->folder/$link.sock\npm = static\npm.max_children = " . $this->poolSize($link) . "\n"
            . "php_admin_value[curl.cainfo] = $environment[BENCH_CA]\n"
            . implode(array_map(static fn ($name, $path) => $path === '' ? '' : "php_admin_value[infusionsoft.$name] = $path\n", ['ca_file', 'ca_path'], $this->authorities($link)))
            . "php_admin_value[infusionsoft.base_url] = $environment[BENCH_BASE]\n";
        foreach ($environment as $name => $value) {
            $lines .= "env[$name] = $value\n";
        }
        return $lines;
    }

    private function nginx(): string
    {
        $tls = self::TLS;
        $contact = json_encode([
            'id' => '1001', 'given_name' => 'Mary', 'family_name' => 'Jones', 'middle_name' => null, 'email_addresses' => [['email' => 'mary@example.com', 'field' => 'EMAIL1',
            'email_opt_status' => 'SINGLE_OPT_IN', 'is_opt_in' => true]], 'phone_numbers' => [], 'addresses' => [], 'custom_fields' => [['id' => '7', 'content' => null]], 'owner_id' => '1',
            'score_value' => '0', 'tag_ids' => [], 'create_time' => '2026-01-01T00:00:00.000Z', 'update_time' => '2026-01-01T00:00:00.000Z', 'source_type' => 'API', 'time_zone' => 'America/New_York',
        ]);
        $token = json_encode(['access_token' => self::TOKEN, 'refresh_token' => 'rt-2', 'expires_in' => 86399, 'token_type' => 'bearer', 'scope' => 'full|x']);
        // TLS 1.3 with session resumption, as at Keap; nginx does not offer it by default.
        $server = "ssl_protocols TLSv1.2 TLSv1.3; ssl_certificate $tls/server.pem; ssl_certificate_key $tls/server.key; default_type application/json;
            add_header x-keap-product-throttle-limit 1000000000 always; add_header x-keap-product-throttle-available 1000000000 always;
            # A return alone would reply before the request body has arrived. To mirror the request, nginx reads the body first.
            location /crm/ { mirror /mirrored; log_not_found off; error_page 404 405 = @reply; }
            location /mirrored { internal; return 204; }
            location @reply {
                if (\$uri ~ ^/crm/rest/v2/tags/) { return 200 '{\"results\":{\"1001\":\"SUCCESS\"}}'; }
                if (\$uri ~ ^/crm/rest/v1/tags/) { return 200 '{\"1001\":\"SUCCESS\"}'; }
                return 201 '$contact';
            }
            location = /token { access_log $this->folder/refreshes.log call; return 200 '$token'; }";
        $pools = '';
        foreach ($this->pools() as $link) {
            $pools .= "location /$link { fastcgi_pass unix:$this->folder/$link.sock; fastcgi_param SCRIPT_FILENAME " . __DIR__ . "/page.php;
                fastcgi_param QUERY_STRING \$query_string; fastcgi_param REQUEST_METHOD \$request_method; }\n";
        }
        return "daemon off; user root; worker_processes 2; pid $this->folder/nginx.pid; error_log $this->folder/nginx.log;
            events { worker_connections 1024; }
            http {
                log_format call '\$connection'; map \$connection_requests \$first { 1 1; default ''; }
                client_body_temp_path $this->folder/body; fastcgi_temp_path $this->folder/fastcgi; proxy_temp_path $this->folder/proxy;
                uwsgi_temp_path $this->folder/uwsgi; scgi_temp_path $this->folder/scgi;
                access_log off;
                server { listen 127.0.0.1:$this->near ssl backlog=512; access_log $this->folder/handshakes.log call if=\$first; $server }
                server { listen 127.0.0.1:$this->once ssl; keepalive_requests 1; access_log $this->folder/handshakes.log call; $server }
                server { listen 127.0.0.1:$this->many ssl http2; http2_max_concurrent_streams 512; access_log $this->folder/imports.log call; $server }
                server { listen 127.0.0.1:$this->visitors; $pools }
            }";
    }

    private static function fpm(): string
    {
        return '/usr/sbin/php-fpm' . PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;
    }

    private function pid(string $name): int
    {
        return proc_get_status($this->processes[$name])['pid'];
    }

    private function start(string $name, array $command): void
    {
        $this->processes[$name] = proc_open(array_map(strval(...), $command), [['file', '/dev/null', 'r'], ['file', "$this->folder/$name.out", 'w'], ['redirect', 1]], $pipes);
    }

    public function until(callable $done): void
    {
        for ($tries = 0; !$done(); $tries++) {
            $tries < 1000 ?: throw new RuntimeException('Timed out after 10 s waiting for the servers: ' . implode(array_map(file_get_contents(...), glob("$this->folder/*.out"))));
            usleep(10000);
        }
    }

    private function end(): void
    {
        foreach ($this->processes as $process) {
            proc_terminate($process);
            proc_close($process);
        }
        $this->processes = [];
    }

    private static function freePorts(int $count): array
    {
        $sockets = array_map(static fn () => stream_socket_server('tcp://127.0.0.1:0'), range(1, $count));
        return array_map(static fn ($socket) => (int) substr(strrchr(stream_socket_get_name($socket, false), ':'), 1), $sockets);
    }
}
