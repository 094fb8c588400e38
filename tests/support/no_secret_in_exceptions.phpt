--TEST--
No exception contains a token, a code, a key or the secret: not in its message, trace, dump or previous exception
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

$secret = json_decode(file_get_contents("$keap->folder/settings.json"), true)['infusionsoft.client_secret'];
$token = $keap->grant();
$uri = 'https://shop.example/';
$code = $keap->code('https://elsewhere.example/');
// Functions without arguments: what a trace shows is then the extension's doing.
$cases = [
    // A code that Keap refuses, and a string that is not a code.
    fn () => infusionsoft_authorize($code, $uri),
    fn () => infusionsoft_authorize($code . "\r\n", $uri),
    fn () => infusionsoft_authorize(code: $code, redirect_uri: 'wrong'),
    // Strings that are not tokens, and an account name that is not valid.
    fn () => infusionsoft_token_import(['access_token' => $token['access_token'], 'refresh_token' => $token['refresh_token'] . "\0"]),
    fn () => infusionsoft_token_import(['expires_at' => -1] + $token),
    fn () => infusionsoft_token_import($token, str_repeat('x', 200)),
    // An endpoint that repeats what it was sent.
    function () use ($keap, $token) {
        infusionsoft_token_import($token);
        $keap->fault(['path' => '/token', 'action' => 'status', 'status' => 400, 'body' => ['error' => 'invalid_grant', 'error_description' => "No such token: $token[refresh_token]"]]);
        infusionsoft_token_refresh(force: true);
    },
    function () use ($keap, $token) {
        infusionsoft_token_import($token);
        $keap->fault(['path' => '/token', 'action' => 'status', 'status' => 500, 'body' => ['error' => $token['refresh_token'], 'error_description' => 'x']]);
        infusionsoft_token_refresh(force: true);
    },
    function () use ($keap, $code, $uri) {
        $keap->fault(['path' => '/token', 'action' => 'status', 'status' => 400, 'body' => ['error' => 'invalid_request', 'error_description' => "No $code"]]);
        infusionsoft_authorize($code, $uri);
    },
    function () use ($keap) {
        $keap->fault(['path' => '/token', 'action' => 'html']);
        infusionsoft_token_refresh(force: true);
    },
    // Calls that are refused, that get no answer, or that do not go out.
    function () use ($keap) {
        $keap->authorize();
        $keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 403]);
        infusionsoft_contact_create(['email' => 'ann@example.com']);
    },
    function () use ($keap) {
        $keap->fault(['path' => '/crm', 'action' => 'hangup', 'at' => 'after']);
        infusionsoft_contact_create(['email' => 'ann@example.com']);
    },
    fn () => infusionsoft_contact_create(['mail' => 'ann@example.com']),
    function () use ($keap) {
        import_expired($keap);
        $keap->revoke();
        infusionsoft_contact_find('ann@example.com');
    },
];
$caught = [];
foreach ($cases as $case) {
    try {
        $case();
    } catch (Throwable $error) {
        $caught[] = new RuntimeException('wrapped', previous: $error);
    }
}

$needles = [$secret, $code, base64_encode("test-client:$secret")];
foreach ($keap->state()['grants'] as $grant) {
    array_push($needles, $grant['refresh_token'], ...$grant['access_tokens']);
}
foreach ($caught as $error) {
    ob_start();
    echo $error, $error->getPrevious()->getTraceAsString();
    var_dump($error);
    print_r($error);
    var_export($error->getPrevious()->getTrace());
    $shown = ob_get_clean();
    foreach ($needles as $needle) {
        if (str_contains($shown, $needle)) {
            echo get_class($error->getPrevious()), " shows ", substr($needle, 0, 5), "…:\n", $error, "\n";
        }
    }
}
echo count($caught), " exceptions\n";
// Arguments are in the traces as such.
foreach ([0, 3] as $number) {
    $frame = $caught[$number]->getPrevious()->getTrace()[0];
    echo $frame['function'], ' ', json_encode(array_map(fn ($argument) => is_object($argument) ? $argument::class : $argument, $frame['args'])), "\n";
}
?>
--EXPECT--
14 exceptions
infusionsoft_authorize ["SensitiveParameterValue","https:\/\/shop.example\/"]
infusionsoft_token_import ["SensitiveParameterValue"]
