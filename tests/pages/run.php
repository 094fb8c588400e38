<?php
// Serves docs/status.php by php -S in the states below, each with a store of its own and the stand-in as Keap, and lets
// check.mjs look at them. Usage: run.php [SCREENSHOTS]

$settings = ['infusionsoft.retries' => 0];
$php = ['date.timezone' => 'UTC'];
require dirname(__DIR__) . '/keap/keap.inc';

const PASSWORD = 'a password for tests';

/** A machine in one state: its settings, and the code that brings it there. */
final class Machine
{
    private readonly KeapProcess $server;
    public readonly string $url;

    /** @param array<string, string|null> $settings */
    public function __construct(Keap $keap, string $name, string $page, string $code, array $settings = [])
    {
        $settings += ['infusionsoft.store_path' => "$keap->folder/$name"] + json_decode(file_get_contents("$keap->folder/settings.json"), true);
        mkdir("$keap->folder/$name", 0700);
        $said = $keap->php($code, $settings);
        $said === '' || throw new RuntimeException("$name: $said");
        $this->server = new KeapProcess(keap_php_command($settings, ['-S', '127.0.0.1:0', $page]));
        preg_match('~\((http://[^)]+)\) started~', $this->server->line(), $found);
        $this->url = $found[1];
    }

    public function __destruct()
    {
        $this->server->kill();
    }
}

/** docs/status.php as an administrator changes it. */
function page(Keap $keap, string $password): string
{
    $source = file_get_contents(dirname(__DIR__, 2) . '/docs/status.php');
    $edited = str_replace(["const PASSWORD = ''", "const CONNECT_URL = ''"], ["const PASSWORD = '$password'", "const CONNECT_URL = '/keap/connect?account={account}'"], $source, $count);
    $count === 2 || throw new RuntimeException('docs/status.php does not have the settings at its top');
    $file = "$keap->folder/status-" . strlen($password) . '.php';
    file_put_contents($file, $edited);
    return $file;
}

$works = <<<'CODE'
    $keap->options(['told_minute' => 0]);
    infusionsoft_token_import($keap->grant());
    infusionsoft_token_import($keap->grant(['scope' => 'full|shop-b.infusionsoft.com']), 'shop-b');
    foreach ([[4, 0], [6, 25], [3, 70], [1, 250]] as [$times, $delay]) {
        $keap->fault(['path' => '/crm', 'action' => 'pass', 'delay' => $delay, 'times' => $times]);
        for ($n = 0; $n < $times; $n++) {
            infusionsoft_call('listTags');
        }
    }
    foreach ([fn () => infusionsoft_call('getTag', ['tag_id' => 999]), fn () => infusionsoft_call('getTag')] as $fails) {
        try {
            $fails();
        } catch (Infusionsoft\ApiException | ValueError) {
        }
    }
    CODE;
$revoked = <<<'CODE'
    infusionsoft_token_import($keap->grant());
    $keap->revoke();
    infusionsoft_token_import($keap->grant(), 'shop-b');
    try {
        infusionsoft_token_refresh(true);
    } catch (Infusionsoft\AuthorizationException) {
    }
    CODE;
$secret = <<<'CODE'
    infusionsoft_token_import(['expires_in' => 1] + $keap->grant(['expires_in' => 1]));
    try {
        infusionsoft_token_refresh(true);
    } catch (Infusionsoft\Exception) {
    }
    CODE;
$limits = <<<'CODE'
    infusionsoft_token_import($keap->grant());
    $keap->options(['limit_headers' => 'none']);
    $told = ['product-quota-limit' => 150000, 'product-quota-time-unit' => 'day', 'product-quota-interval' => 1, 'product-quota-available' => 8700, 'product-quota-used' => 141300,
        'product-throttle-limit' => 1500, 'product-throttle-time-unit' => 'minute', 'product-throttle-interval' => 1, 'product-throttle-available' => 420, 'product-throttle-used' => 1080];
    $headers = array_combine(array_map(fn ($name) => "x-keap-$name", array_keys($told)), array_map(strval(...), $told));
    $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => ['tags' => []], 'headers' => $headers]);
    infusionsoft_call('listTags');
    $keap->options(['limit_headers' => 'full']);
    CODE;
$key = <<<'CODE'
    infusionsoft_token_import(['api_key' => 'KeapAK-revoked-long-ago']);
    try {
        infusionsoft_call('listTags');
    } catch (Infusionsoft\AuthorizationException) {
    }
    CODE;

$page = page($keap, PASSWORD);
// In this order: revoking kills all grants that there are.
$machines = [
    'revoked' => new Machine($keap, 'revoked', $page, $revoked),
    'works' => new Machine($keap, 'works', $page, $works),
    'never' => new Machine($keap, 'never', $page, ''),
    'secret' => new Machine($keap, 'secret', $page, $secret, ['infusionsoft.client_secret' => 'not-the-secret-of-the-application']),
    'limits' => new Machine($keap, 'limits', $page, $limits),
    'key' => new Machine($keap, 'key', $page, $key),
    'no-password' => new Machine($keap, 'no-password', page($keap, ''), ''),
];
$given = ['urls' => array_map(static fn (Machine $machine): string => $machine->url, $machines), 'password' => PASSWORD, 'control' => $keap->control, 'pictures' => $argv[1] ?? null];
$check = proc_open(['node', __DIR__ . '/check.mjs'], [['pipe', 'r'], STDOUT, STDERR], $pipes);
fwrite($pipes[0], json_encode($given));
fclose($pipes[0]);
exit(proc_close($check));
