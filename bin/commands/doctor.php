<?php

require __DIR__ . '/doctor/Finding.php';
require __DIR__ . '/doctor/as_user.php';

/** In the order in which they are made: what a later one needs was found right before. */
const EXAMINATIONS = ['extension', 'settings', 'store', 'network', 'keap'];

/** @return list<Finding> */
function examine(): array
{
    $findings = [];
    foreach (EXAMINATIONS as $name) {
        $examination = require __DIR__ . "/doctor/$name.php";
        array_push($findings, ...$examination());
        if ($name === 'extension' && array_filter($findings, static fn (Finding $finding): bool => $finding->state === 'bad')) {
            break; // without the extension there is nothing more to see
        }
    }
    return $findings;
}

function show_findings(array $findings, Terminal $terminal): void
{
    $signs = ['good' => ['ok', 'good'], 'note' => ['note', 'warning'], 'bad' => ['BAD', 'bad']];
    foreach ($findings as $finding) {
        [$sign, $colour] = $signs[$finding->state];
        $terminal->line($terminal->coloured(str_pad($sign, 5), $colour) . one_line($finding->what));
        $finding->command === null || $terminal->line('     ' . $terminal->coloured('$ ', 'weak') . $finding->command);
    }
}

return new Command('[--user=NAME] [--ini=PHP.INI] [--json]', 'finds what is wrong, with the command that mends it',
    "Examines the extension, settings, the store with its owners and modes, the disk, DNS, proxies, certificates, the clock, and
makes one call (listTags) for each account. --user=www-data does so as that user, with the php.ini and the pools of PHP-FPM
where they are found: run it as root. Exit status 1 where something stops a call; notes do not count.",
    ['user' => 'NAME', 'ini' => 'FILE', 'json' => ''], 0, 0,
    static function (Arguments $arguments, Terminal $terminal): int {
        if ($arguments->has('user') || $arguments->has('ini')) {
            return run_as($arguments->option('user'), $arguments->option('ini'), $arguments->has('json'), $arguments->account());
        }
        $findings = examine();
        if ($arguments->has('json')) {
            $terminal->json($findings);
        } else {
            show_findings($findings, $terminal);
        }
        return array_filter($findings, static fn (Finding $finding): bool => $finding->state === 'bad') === [] ? 0 : 1;
    });
