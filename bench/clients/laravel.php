<?php
// Only Laravel's Http client, without the start of an application.
require_once getenv('BENCH_VENDORS') . '/laravel/vendor/autoload.php';

$http = new Illuminate\Http\Client\Factory();
return pair(static fn (string $url, array $body): string => $http->withHeaders(headers())->post($url, $body)->throw()->body());
