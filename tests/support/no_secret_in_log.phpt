--TEST--
No log entry contains a token, a key, the secret, a query or a body
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0, 'infusionsoft.retries' => 1];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

$secret = json_decode(file_get_contents("$keap->folder/settings.json"), true)['infusionsoft.client_secret'];
$shown = '';
$entries = 0;
infusionsoft_logger(function (string $level, string $message, array $context) use (&$shown, &$entries) {
    $shown .= "$level $message " . print_r($context, true);
    $entries++;
});
$rule = fn (array $rule) => fn () => $keap->fault($rule + ['path' => '/crm', 'times' => 2]);
$before = [
    fn () => $keap->authorize(),
    $rule(['action' => 'status', 'status' => 403, 'body' => ['message' => 'no']]),
    $rule(['action' => 'hangup', 'at' => 'after']),
    $rule(['action' => 'html']),
    $rule(['action' => 'quota']),
    fn () => import_expired($keap),
    function () use ($keap) {
        $token = import_expired($keap);
        $keap->fault(['path' => '/token', 'action' => 'status', 'status' => 400, 'body' => ['error' => 'invalid_grant', 'error_description' => "No such token: $token[refresh_token]"]]);
    },
    function () use ($keap) {
        import_expired($keap);
        $keap->revoke();
    },
    fn () => infusionsoft_token_import(['api_key' => $keap->apiKey]),
];
foreach ($before as $arrange) {
    $arrange();
    attempt(fn () => infusionsoft_contact_find('mary@secret.example'));
    $arrange();
    attempt(fn () => infusionsoft_contact_create(['email' => 'mary@secret.example'])['id']);
    $keap->clearFaults();
}

$needles = [$secret, base64_encode("test-client:$secret"), $keap->apiKey, 'secret.example', '?', 'filter'];
foreach ($keap->state()['grants'] as $grant) {
    array_push($needles, $grant['refresh_token'], ...$grant['access_tokens']);
}
foreach ($needles as $needle) {
    if (str_contains($shown, $needle)) {
        echo substr($needle, 0, 5), "… is shown\n";
    }
}
echo $entries, ' entries, ', count($needles) > 10 ? 'many' : 'few', " secrets\n";
?>
--EXPECT--
24 entries, many secrets
