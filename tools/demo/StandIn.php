<?php

/** The process of the stand-in for Keap, its control port, and a browser that opens its authorize page. */
final class StandIn
{
    /** @var resource */
    private $process;
    private array $pipes = [];
    private array $ready;

    public function __construct()
    {
        $this->process = proc_open(
            ['node', dirname(__DIR__, 2) . '/tests/keap/keap.mjs'],
            [['pipe', 'r'], ['pipe', 'w'], STDERR],
            $this->pipes,
        );
        $line = fgets($this->pipes[1]) ?: fail('The stand-in for Keap did not start.');
        $this->ready = json_decode($line, true);
    }

    public function __destruct()
    {
        // The stand-in ends when its stdin closes.
        array_map('fclose', $this->pipes);
        proc_close($this->process);
    }

    public function __get(string $name): string
    {
        return $this->ready[$name];
    }

    public function control(string $method, string $path, array $given = []): array
    {
        $context = stream_context_create(['http' => [
            'method' => $method,
            'header' => 'Content-Type: application/json',
            'content' => $method === 'POST' ? json_encode((object) $given) : '',
        ]]);
        return json_decode(file_get_contents($this->control . $path, false, $context), true);
    }

    /** Opens the authorize page, allows access, and returns the query of the URL to which Keap redirects. */
    public function browse(string $url): array
    {
        $context = stream_context_create([
            'http' => ['follow_location' => 0, 'ignore_errors' => true],
            'ssl' => ['cafile' => $this->ca_file],
        ]);
        file_get_contents("$url&auto=1", false, $context);
        foreach ($http_response_header ?? [] as $header) {
            if (stripos($header, 'Location: ') === 0) {
                parse_str(parse_url(substr($header, 10), PHP_URL_QUERY), $query);
                return $query;
            }
        }
        fail('Keap did not redirect the browser: ' . ($http_response_header[0] ?? 'no reply'));
    }
}

function fail(string $message): never
{
    fwrite(STDERR, "$message\n");
    exit(1);
}
