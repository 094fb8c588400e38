<?php

/** What the environment makes libcurl use for https. */
function proxy(): ?string
{
    foreach (['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as $name) {
        if ((string) getenv($name) !== '') {
            return $name;
        }
    }
    return null;
}

/** @return list<Finding> */
function proxy_findings(string $name): array
{
    $proxy = (string) getenv($name);
    $parts = parse_url(str_contains($proxy, '://') ? $proxy : "http://$proxy") + ['host' => '', 'port' => 1080];
    $address = "$parts[host]:$parts[port]"; // without its password
    $connection = @stream_socket_client("tcp://$address", $code, $why, 5);
    return [$connection ? Finding::note("Calls go through the proxy $address ($name)") : Finding::bad("The proxy $address ($name) cannot be reached: $why", "unset $name")];
}

/** @return list<Finding> */
function name_findings(string $setting): array
{
    $host = trim((string) parse_url((string) ini_get("infusionsoft.$setting"), PHP_URL_HOST), '[]');
    if ($host === '' || filter_var($host, FILTER_VALIDATE_IP) || gethostbyname("$host.") !== "$host." || gethostbyname($host) !== $host) {
        return [];
    }
    $default = removal_of("infusionsoft.$setting", $host);
    return [Finding::bad("The name $host (infusionsoft.$setting) has no address: " . ($default === null ? 'this machine cannot resolve names, or not this one' : 'it may be misspelt'), $default ?? 'getent hosts ' . escapeshellarg($host))];
}

/** @return list<Finding> */
function authority_findings(): array
{
    foreach (['ca_file' => is_file(...), 'ca_path' => is_dir(...)] as $name => $exists) {
        $path = (string) ini_get("infusionsoft.$name");
        if ($path !== '' && !($exists($path) && is_readable($path))) {
            return [Finding::bad("infusionsoft.$name names $path, which this user cannot read", removal_of("infusionsoft.$name", $path))];
        }
    }
    return [];
}

/** Names, proxies and certificates, before anything is sent to Keap. */
return static function (): array {
    $proxy = proxy();
    $findings = [...authority_findings(), ...($proxy === null ? [...name_findings('base_url'), ...name_findings('token_url')] : proxy_findings($proxy))];
    return $findings ?: [Finding::good('Names resolve, ' . ($proxy === null ? 'no proxy' : 'the proxy answers') . '; authorities: ' . (facts()['Authorities'] ?? 'not known'))];
};
