<?php

/** The stand-in for Keap: its process, its control port, and a browser that visits it. */
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
        $line = fgets($this->pipes[1]) ?: exit("The stand-in for Keap did not start.\n");
        $this->ready = json_decode($line, true);
    }

    public function __destruct()
    {
        // It ends with its stdin.
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

    /** Opens the authorize page, presses Allow, and returns the query with which Keap sends the browser back. */
    public function browse(string $url): array
    {
        $context = stream_context_create([
            'http' => ['follow_location' => 0, 'ignore_errors' => true],
            'ssl' => ['cafile' => $this->ca_file],
        ]);
        file_get_contents("$url&auto=1", false, $context);
        foreach ($http_response_header as $header) {
            if (stripos($header, 'Location: ') === 0) {
                parse_str(parse_url(substr($header, 10), PHP_URL_QUERY), $query);
                return $query;
            }
        }
        exit("Keap did not send the browser back: $http_response_header[0]\n");
    }
}
