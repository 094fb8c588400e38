<?php
// Planted misconfigurations: the doctor names each, its command mends it as it is printed, and then the doctor finds nothing that stops a
// call. A secret that a command asks for is typed, and what a person does in a browser is done as that person would.

/** @return list<array{state: string, what: string, command: ?string}> */
function found(Site $site, array $words = []): array
{
    $said = $site->command(['doctor', '--json', ...$words]);
    return json_decode($said, true) ?? throw new RuntimeException($said);
}

function bad(array $findings): array
{
    return array_values(array_filter($findings, static fn (array $finding): bool => $finding['state'] === 'bad'));
}

/** Runs the command of the only bad finding, whose text has these words, and looks again. */
function mend(Keap $keap, Site $site, string $what, array $words = [], string $typed = ''): void
{
    $bad = bad($findings = found($site, $words));
    same(1, $site->status, 'exit status');
    is_true($bad !== [], 'nothing was found');
    contains($what, $bad[0]['what']);
    $command = (string) $bad[0]['command'];
    if (str_starts_with($command, 'infusionsoft connect')) {
        $redirect = 'https://shop.example.com/keap/callback';
        $started = start_connect($site, [...array_slice(explode(' ', $command), 2), "--redirect=$redirect"]);
        same(0, end_connect($started, "$redirect?code=" . $keap->code($redirect) . "&state={$started[3]['state']}")[1], 'connect');
    } else {
        $site->shell($command, $typed);
    }
    $left = bad(found($site, $words));
    same([], array_column($left, 'what'), "after: $command");
    same(0, $site->status, 'exit status after it');
}

/** Adds lines to php.ini, without quotes of their own. */
function plant(Site $site, string $lines): void
{
    file_put_contents($site->ini, "$lines\n", FILE_APPEND);
}

/** A machine that every user can look into, so that the doctor can run as another one. */
function open_site(Keap $keap, string $folder): Site
{
    exec('cp -R ' . escapeshellarg(dirname(__DIR__, 2) . '/bin') . " $folder/bin && cp " . escapeshellarg(ini_get('extension_dir') . '/infusionsoft.so') . " $folder/ && cp " . escapeshellarg($keap->caFile) . " $folder/ca.pem && chmod -R a+rX $folder");
    return new Site($keap, ['infusionsoft.ca_file' => "$folder/ca.pem", 'infusionsoft.store_path' => "$folder/store"], folder: $folder);
}

return [
    'doctor finds nothing on a machine that works' => function (Keap $keap): void {
        $site = connected($keap);
        same([], bad(found($site)), 'findings');
        same(0, $site->status, 'status');
        contains('ok   Account default: Keap answers in', $site->command(['doctor']));
    },

    'the extension is not loaded' => function (Keap $keap): void {
        $site = connected($keap);
        file_put_contents($site->ini, str_replace("extension=infusionsoft\n", '', file_get_contents($site->ini)));
        mend($keap, $site, 'has not loaded the extension');
    },

    'neither a key nor an application is set' => function (Keap $keap): void {
        $site = new Site($keap, ['infusionsoft.client_id' => null, 'infusionsoft.client_secret' => null]);
        mend($keap, $site, 'Neither a key nor an OAuth application is set', typed: $keap->apiKey);
    },

    'the client secret is missing' => function (Keap $keap): void {
        $secret = json_decode(file_get_contents("$keap->folder/settings.json"), true)['infusionsoft.client_secret'];
        $site = connected($keap);
        file_put_contents($site->ini, preg_replace('/^infusionsoft\.client_secret.*\n/m', '', file_get_contents($site->ini)));
        mend($keap, $site, 'infusionsoft.client_secret is not', typed: $secret);
    },

    'the client secret is wrong' => function (Keap $keap): void {
        $secret = json_decode(file_get_contents("$keap->folder/settings.json"), true)['infusionsoft.client_secret'];
        $site = new Site($keap);
        plant($site, 'infusionsoft.client_secret = "another"');
        $site->command(['import'], json_encode(array_diff_key($keap->grant(), ['expires_in' => 1]))); // its expiry is not known: it is refreshed first
        mend($keap, $site, 'client_secret', typed: $secret);
    },

    'a setting is misspelt' => function (Keap $keap): void {
        $site = connected($keap);
        plant($site, 'infusionsoft.max_wait = 5000');
        mend($keap, $site, 'infusionsoft.max_wait is not a setting of the extension');
    },

    'a setting is nothing that is known' => function (Keap $keap): void {
        $site = connected($keap);
        plant($site, 'infusionsoft.zzz = 1');
        mend($keap, $site, 'infusionsoft.zzz is not a setting of the extension');
    },

    'a value without quotes has a character that PHP reads as its own' => function (Keap $keap): void {
        $secret = json_decode(file_get_contents("$keap->folder/settings.json"), true)['infusionsoft.client_secret'];
        $site = connected($keap);
        file_put_contents($site->ini, preg_replace('/^(infusionsoft\.account)=.*\n/m', '', file_get_contents($site->ini)));
        $site->command(['import', '--account=a;b'], json_encode($keap->grant()));
        plant($site, 'infusionsoft.account = a;b');
        mend($keap, $site, 'has a value without quotes');
    },

    'the folder of the store does not exist' => function (Keap $keap): void {
        $site = new Site($keap, ['infusionsoft.api_key' => null]);
        rmdir($site->store);
        $bad = bad(found($site));
        contains('does not exist', $bad[0]['what']);
        $site->shell($bad[0]['command']);
        $site->command(['import'], json_encode($keap->grant()));
        same([], bad(found($site)), 'after it');
    },

    'the folder of the store belongs to another user' => function (Keap $keap): void {
        $folder = sys_get_temp_dir() . '/command-' . bin2hex(random_bytes(6));
        mkdir($folder, 0755);
        try {
            $site = open_site($keap, $folder);
            $site->command(['import'], json_encode($keap->grant()));
            mend($keap, $site, 'store', ['--user=nobody', "--ini=$site->ini"]);
        } finally {
            exec('rm -rf -- ' . escapeshellarg($folder));
        }
    },

    'everybody can read the key of the store' => function (Keap $keap): void {
        $site = connected($keap);
        chmod("$site->store/key", 0644);
        mend($keap, $site, 'key');
    },

    'the address of Keap is misspelt' => function (Keap $keap): void {
        $site = connected($keap);
        plant($site, 'infusionsoft.token_url = "https://api.keap.invalid/token"');
        mend($keap, $site, 'The name api.keap.invalid (infusionsoft.token_url) has no address');
    },

    'the file of the authorities does not exist' => function (Keap $keap): void {
        $site = connected($keap);
        plant($site, 'infusionsoft.ca_file = "/nonexistent/ca.pem"');
        mend($keap, $site, '/nonexistent/ca.pem, which this user cannot read');
    },

    'a proxy in the environment cannot be reached' => function (Keap $keap): void {
        $site = connected($keap);
        $behind = new Site($keap, ['infusionsoft.store_path' => $site->store], ['https_proxy' => 'http://user:secret@' . free_address()]);
        $bad = bad(found($behind));
        contains('cannot be reached', $bad[0]['what']);
        is_true(!str_contains(json_encode($bad), 'secret'), 'the password of the proxy is shown');
        same('unset https_proxy', $bad[0]['command'], 'command');
        same([], bad(found($site)), 'after it');
    },

    'the clock is wrong' => function (Keap $keap): void {
        $library = "$keap->folder/clock.so";
        exec("cc -shared -fPIC -O1 -o $library " . escapeshellarg(dirname(__DIR__) . '/auth/clock.c') . ' -ldl', $said, $status);
        same(0, $status, 'clock.c');
        $clock = "$keap->folder/clock";
        file_put_contents($clock, "0 0\n");
        $site = new Site($keap, environment: ['LD_PRELOAD' => $library, 'TEST_CLOCK' => $clock]);
        $site->command(['import'], json_encode($keap->grant()));
        file_put_contents($clock, "7200 0\n");
        $bad = bad(found($site));
        contains("s ahead of Keap's", $bad[0]['what']);
        same('timedatectl set-ntp true', $bad[0]['command'], 'command');
        file_put_contents($clock, "0 0\n"); // what the command does on a real machine
        same([], bad(found($site)), 'after it');
    },

    'the account was never connected' => function (Keap $keap): void {
        mend($keap, new Site($keap), 'There is no grant for account "default"');
    },

    'the grant was revoked' => function (Keap $keap): void {
        $site = connected($keap);
        $keap->revoke();
        $site->command(['refresh', '--force']);
        mend($keap, $site, 'Account default');
    },

    'the key is wrong' => function (Keap $keap): void {
        $site = new Site($keap, ['infusionsoft.api_key' => 'KeapAK-wrong']);
        mend($keap, $site, 'Account default', typed: $keap->apiKey);
    },

    'the shared store is no address' => function (Keap $keap): void {
        $site = connected($keap);
        plant($site, 'infusionsoft.shared_store = "localhost:6379"');
        mend($keap, $site, 'infusionsoft.shared_store');
    },

    'notes stop nothing, and their commands work too' => function (Keap $keap): void {
        $site = connected($keap);
        plant($site, 'infusionsoft.keepalive = 0');
        $notes = array_values(array_filter(found($site), static fn (array $finding): bool => $finding['state'] === 'note'));
        same(0, $site->status, 'status');
        contains('infusionsoft.keepalive is off', $notes[0]['what']);
        $site->shell($notes[0]['command']);
        same([], array_filter(found($site), static fn (array $finding): bool => $finding['state'] === 'note'), 'after it');
    },
];
