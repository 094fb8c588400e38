<?php

/** A site with a grant. */
function connected(Keap $keap, array $settings = []): Site
{
    $site = new Site($keap, $settings);
    same("default: works.\n", $site->command(['import'], json_encode($keap->grant())), 'import');
    return $site;
}

return [
    'import takes a token reply, or a key, and neither is shown' => function (Keap $keap): void {
        $site = new Site($keap);
        $token = $keap->grant();
        $said = $site->command(['import'], json_encode($token)) . $site->command(['status']) . $site->command(['status', '--json']) . $site->command(['accounts']) . $site->command(['doctor']);
        same("default: works.\n", strstr($said, "\n", true) . "\n", 'import');
        foreach ([$token['access_token'], $token['refresh_token']] as $secret) {
            is_true(!str_contains($said, $secret), 'a token is shown');
        }
        $said = $site->command(['import', '--account=key'], $keap->apiKey . "\n");
        same("key: works.\n", $said, 'a key');
        $site->command(['call', 'listTags', '--account=key']);
        same(0, $site->status, 'a call with the key');
    },

    'import refuses what is neither, and does not repeat it' => function (Keap $keap): void {
        $site = new Site($keap);
        foreach (["{\"access_token\": \"secret-1\"", "secret 1\nsecret 2", ''] as $input) {
            $said = $site->command(['import'], $input);
            contains('neither the JSON of a token reply nor an API key', $said);
            is_true(!str_contains($said, 'secret'), 'repeated');
            same(2, $site->status, 'status');
        }
    },

    'status tells what works, and its exit status is for monitoring' => function (Keap $keap): void {
        $site = new Site($keap);
        contains('default: not connected', $site->command(['status']));
        same(1, $site->status, 'without a grant');
        $site = connected($keap);
        $site->command(['tags']);
        $said = $site->command(['status']);
        foreach (['default: works', 'application  test.infusionsoft.com', 'in 23 h 59 min', 'last renewed', 'calls left, resets in'] as $part) {
            contains($part, $said);
        }
        same(0, $site->status, 'with a grant');
        same('valid', json_decode($site->command(['status', '--json']), true)[0]['state'], '--json');
        $keap->revoke();
        $site->command(['refresh', '--force']);
        contains('to do', $site->command(['status']));
        same(1, $site->status, 'after the grant was revoked');
    },

    'accounts lists all, refresh renews one, forget removes it' => function (Keap $keap): void {
        $site = connected($keap);
        $site->command(['import', '--account=other'], json_encode($keap->grant()));
        same(['default', 'other'], array_column(json_decode($site->command(['accounts', '--json']), true), 'account'), 'accounts');
        contains('other: works; expires in', $site->command(['refresh', '--force', '--account=other']));
        is_true(array_column(json_decode($site->command(['accounts', '--json']), true), 'generation', 'account')['other'] > 1, 'it was not renewed');
        same("other is forgotten.\n", $site->command(['forget', '--account=other']), 'forget');
        same("other had no grant.\n", $site->command(['forget', '--account=other']), 'forget again');
        same(1, $site->status, 'status');
    },

    'tags lists and finds, call calls any operation' => function (Keap $keap): void {
        $site = connected($keap);
        $id = $keap->tag('Newsletter');
        contains("$id  Newsletter", $site->command(['tags']));
        contains("$id  Newsletter", $site->command(['tags', 'find', 'Newsletter']));
        contains('No tag has the name', $site->command(['tags', 'find', 'None']));
        same(1, $site->status, 'none found');
        same('Newsletter', json_decode($site->command(['call', 'getTag', "tag_id=$id"]), true)['name'], 'call');
        $said = $site->command(['call', 'createContact', 'given_name=Mary', 'email_addresses=-'], '[{"email": "mary@example.com", "field": "EMAIL1"}]');
        same('Mary', json_decode($said, true)['given_name'], 'a body from standard input');
    },

    'metrics are Prometheus text, and top shows a reading' => function (Keap $keap): void {
        $site = connected($keap, ['infusionsoft.account' => 'default']);
        $site->command(['tags']);
        foreach (explode("\n", trim($site->command(['metrics']))) as $line) {
            is_true(preg_match('/^(# (HELP|TYPE) infusionsoft_\w+ \S.*|infusionsoft_\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.]+)$/', $line) === 1, $line);
        }
        $said = $site->command(['top', '--every=1', '--times=1']);
        contains('calls', $said);
        contains('default', $said);
        same(0, $site->status, 'top');
    },
];
