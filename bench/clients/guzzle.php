<?php
require_once getenv('BENCH_VENDORS') . '/guzzle/vendor/autoload.php';

$client = new GuzzleHttp\Client();
return pair(static fn (string $url, array $body): string => (string) $client->post($url, ['headers' => headers(), 'json' => $body])->getBody());
