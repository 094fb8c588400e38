<?php

foreach (['Terminal', 'Arguments', 'Command', 'text'] as $part) {
    require __DIR__ . "/$part.php";
}

/** In the order of help. */
const COMMANDS = ['connect', 'status', 'doctor', 'refresh', 'import', 'forget', 'accounts', 'tags', 'call', 'import-csv', 'top', 'metrics', 'migrate'];

/** These do not need the extension. */
const WITHOUT_EXTENSION = ['doctor', 'migrate'];

/** @param list<string> $words after the program's name. Returns the exit status: 0 nothing stops a call, 1 something does, 2 wrong usage. */
function main(string $folder, array $words): int
{
    $terminal = new Terminal();
    $name = array_shift($words) ?? 'help';
    if (in_array($name, ['help', '--help', '-h'], true)) {
        return help($folder, $words[0] ?? null, $terminal);
    }
    if (!in_array($name, COMMANDS, true)) {
        return wrong_usage($terminal, "There is no command \"$name\"." . nearest($name, COMMANDS), 'infusionsoft help');
    }
    if (in_array('--help', $words, true)) {
        return help($folder, $name, $terminal);
    }
    if (!extension_loaded('infusionsoft') && !in_array($name, WITHOUT_EXTENSION, true)) {
        $terminal->note('This PHP has not loaded the extension: ' . how_to_load());
        return 1;
    }
    if (ini_get('infusionsoft.fake') === 'strict' && $name !== 'migrate') {
        $terminal->note('infusionsoft.fake is "strict" in php.ini: no call reaches Keap. Remove that line, or for this command alone: php -d infusionsoft.fake= "$(command -v infusionsoft)" ' . $name);
        return 1;
    }
    $command = require "$folder/$name.php";
    try {
        return $command->run($words, $terminal);
    } catch (UsageError $error) {
        return wrong_usage($terminal, $error->getMessage(), "infusionsoft $name $command->usage");
    } catch (ValueError $error) {
        // Without the names of PHP's functions and parameters.
        $what = preg_replace(['/^infusionsoft_\w+\(\): /', '/^Argument #\d+ \(\$(\w+)\)/'], ['', 'The $1'], $error->getMessage());
        return wrong_usage($terminal, $what, "infusionsoft help $name");
    } catch (Infusionsoft\Exception $error) {
        $terminal->note($terminal->coloured(short_name($error), 'bad') . ': ' . $error->getMessage());
        return 1;
    }
}

function wrong_usage(Terminal $terminal, string $what, string $usage): int
{
    $terminal->note(rtrim($what, '.') . (str_ends_with($what, '?') ? '' : '.') . "\nUsage: " . rtrim($usage));
    return 2;
}

function help(string $folder, ?string $name, Terminal $terminal): int
{
    if ($name !== null && in_array($name, COMMANDS, true)) {
        $command = require "$folder/$name.php";
        $terminal->line("infusionsoft $name $command->usage\n\n$command->summary\n\n$command->help");
        return 0;
    }
    $terminal->line('Usage: infusionsoft COMMAND [--account=NAME] …');
    $terminal->line();
    $rows = [['command', 'does']];
    foreach (COMMANDS as $command) {
        $rows[] = [$command, (require "$folder/$command.php")->summary];
    }
    $terminal->table($rows);
    $terminal->line("\n`infusionsoft help COMMAND` says more. Exit status: 0 nothing stops a call, 1 something does, 2 wrong usage.");
    $terminal->line('Run it as the user of your application: sudo -u www-data infusionsoft status');
    return 0;
}
