<?php

return [
    'help lists each command, and explains each' => function (Keap $keap): void {
        $site = new Site($keap);
        $help = $site->command(['help']);
        preg_match_all('/^([a-z-]+)  /m', $help, $names);
        $names = array_diff($names[1], ['command']);
        same(13, count($names), 'commands');
        foreach ($names as $name) {
            contains("infusionsoft $name", $site->command(['help', $name]));
            same(0, $site->status, "help $name");
            contains("infusionsoft $name", $site->command([$name, '--help']));
        }
    },

    'wrong usage is told, with exit status 2' => function (Keap $keap): void {
        $site = new Site($keap);
        foreach ([
            [['acounts'], 'Did you mean "accounts"?'],
            [['status', '--jsn'], 'There is no option --jsn. Options: --json, --account'],
            [['status', 'now'], '"now" is too much'],
            [['call'], 'Something is missing'],
            [['call', 'listTags', 'page_size'], '"page_size" is not NAME=VALUE'],
            [['call', 'listTgs'], 'did you mean "listTags"?'],
            [['forget'], 'Name the account'],
            [['tags', 'find'], '"find" needs to be list, or find with a name'],
            [['top', '--every=soon'], '--every must be a whole number from 1'],
            [['status', '--account'], '--account needs a value: --account=NAME'],
        ] as [$words, $what]) {
            contains($what, $said = $site->command($words));
            contains('Usage: infusionsoft', $said);
            same(2, $site->status, implode(' ', $words));
        }
    },

    'without the extension it says how to load it, and migrate works' => function (Keap $keap): void {
        $process = proc_open([PHP_BINARY, '-n', dirname(__DIR__, 2) . '/bin/infusionsoft', 'status'], [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
        contains('has not loaded the extension', stream_get_contents($pipes[1]));
        same(1, proc_close($process), 'status');
        $process = proc_open([PHP_BINARY, '-n', dirname(__DIR__, 2) . '/bin/infusionsoft', 'migrate', '--scan=' . __DIR__], [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
        contains('files', stream_get_contents($pipes[1]));
        proc_close($process);
    },

    'with infusionsoft.fake = strict it says how to reach Keap' => function (Keap $keap): void {
        $site = new Site($keap, ['infusionsoft.fake' => 'strict']);
        foreach (['status', 'doctor', 'refresh', 'call'] as $name) {
            contains("Remove that line, or for this command alone: php -d infusionsoft.fake= \"\$(command -v infusionsoft)\" $name", $said = $site->command([$name]));
            same([1, 1], [$site->status, substr_count(trim($said), "\n") + 1], "$name: status and lines");
        }
        same(0, count($keap->journal()), 'requests');
    },

    'an exception of the extension is one line with its name, and exit status 1' => function (Keap $keap): void {
        $site = new Site($keap);
        $said = $site->command(['refresh']);
        contains('AuthorizationException: There is no grant for account "default"', $said);
        same([1, 1], [$site->status, substr_count(trim($said), "\n") + 1], 'status and lines');
    },

    'there are no colours without a terminal, and what Keap sends does not steer it' => function (Keap $keap): void {
        $site = new Site($keap);
        $site->command(['import'], json_encode($keap->grant()));
        $keap->tag("Red\e[31mtag\x07");
        $said = $site->command(['tags']);
        contains('Red', $said);
        is_true(!str_contains($said, "\x07") && !preg_match('/\e(?!\[\d*m)/', $said), 'control characters');
        is_true(!str_contains($site->command(['status']), "\e"), 'colours');
    },
];
