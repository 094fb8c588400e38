<?php

namespace Infusionsoft\Laravel;

use Illuminate\Console\Command;
use Illuminate\Support\Facades\Artisan;
use Illuminate\Support\Facades\Route;
use Illuminate\Support\Str;
use Infusionsoft\Exception;
use Symfony\Component\Process\ExecutableFinder;

/** artisan's keap commands. Exit status: 0 nothing stops a call, 1 something does, 2 wrong usage. */
final class Commands
{
    public static function define(): void
    {
        $run = fn (string $step): \Closure => function () use ($step): int {
            try {
                return Commands::$step($this);
            } catch (Exception|\ValueError $e) {
                $this->error($e->getMessage());

                return Command::FAILURE;
            }
        };
        Artisan::command('keap:status {--json : Print it for programs}', $run('status'))->purpose('Show whether calls to Keap work, when tokens expire, and what must be done');
        Artisan::command('keap:check {--call : Also send one cheap call}', $run('check'))->purpose('Fail, and tell somebody, when calls do not reach Keap');
        Artisan::command('keap:connect {--redirect= : The callback as it is registered at Keap; without it, the route keap.callback}', $run('connect'))->purpose('Connect Keap: print the address at Keap, and take the address that the browser ends on');
        Artisan::command('keap:import', $run('import'))->purpose('Store a token reply (JSON) or an API key from standard input: php artisan keap:import <token.json');
        Artisan::command('keap:hooks', $run('hooks'))->purpose('Subscribe to the events of config/keap.php, and revive hooks that Keap has switched off');
        Artisan::command('keap:doctor {--machine : Also run infusionsoft doctor, which looks at php.ini, store and network}', $run('doctor'))->purpose('Find what keeps calls from Keap, in this application and with one call');
    }

    public static function status(Command $command): int
    {
        $accounts = Health::accounts();
        $row = fn (array $account): array => [$account['account'], $account['state'], $account['application'] ?? '',
            $account['expires_at'] === null ? '' : date('Y-m-d H:i:s', $account['expires_at']), $account['attention'] ?? ''];
        $command->option('json')
            ? $command->line((string) json_encode($accounts, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE))
            : $command->table(['account', 'state', 'application', 'expires', 'to do'], array_map($row, $accounts));

        return in_array(true, array_column($accounts, 'needs_attention'), true) ? Command::FAILURE : Command::SUCCESS;
    }

    public static function check(Command $command): int
    {
        $problem = Health::problem((bool) $command->option('call'));
        $problem === null ? $command->info('Keap is connected.') : $command->error("Keap needs attention: $problem");

        // The keep-alive renews tokens without a call that could tell: what it met is in the status.
        foreach (Health::accounts() as $account) {
            $account['needs_attention']
                ? event(new Events\ReauthorizationRequired($account['account'], $account['attention'] ?? 'See the status page.'))
                : TellSomebody::forget($account['account']);
        }

        return $problem === null ? Command::SUCCESS : Command::FAILURE;
    }

    public static function connect(Command $command): int
    {
        $redirect = $command->option('redirect') ?: route('keap.callback');
        $state = Str::random(40);
        $command->line(infusionsoft_authorize_url($redirect, $state));
        $command->line('Open this address, allow access, and paste the address that the browser ends on:');
        parse_str((string) parse_url(trim((string) fgets(STDIN)), PHP_URL_QUERY), $query);

        if (! is_string($query['code'] ?? null) || ($query['state'] ?? null) !== $state) {
            $command->error('This is not the address that Keap sent the browser to in this attempt: copy all of it, from https:// to the end.');

            return Command::INVALID;
        }

        $command->info('Connected: '.infusionsoft_authorize($query['code'], $redirect)['account']);

        return Command::SUCCESS;
    }

    public static function import(Command $command): int
    {
        // Nothing secret is an argument: a shell keeps its history.
        $text = trim((string) stream_get_contents(STDIN));
        $token = json_decode($text, true) ?? (preg_match('/^(?!\{)[\x21-\x7e]+$/', $text) === 1 ? ['api_key' => $text] : null);

        if (! is_array($token)) {
            $command->error('Standard input has neither the JSON of a token reply nor an API key.');

            return Command::INVALID;
        }

        $status = infusionsoft_token_import($token);
        $command->info("Stored for the account $status[account]: $status[state].");

        return Command::SUCCESS;
    }

    public static function hooks(Command $command): int
    {
        $events = config()->array('keap.hooks');

        $events !== [] && Route::has('keap.hooks') || throw new \ValueError('Name the events in config/keap.php ("hooks"), and write Route::keapHooks(); into routes/web.php.');
        $hooks = infusionsoft_hooks_sync(array_fill_keys($events, route('keap.hooks')));
        $command->table(['event', 'address', '', 'why'], array_map(fn (array $hook): array => [$hook['event'], $hook['url'], $hook['did'], $hook['error'] ?? ''], $hooks));

        return in_array('failed', array_column($hooks, 'did'), true) ? Command::FAILURE : Command::SUCCESS;
    }

    public static function doctor(Command $command): int
    {
        $address = Route::has('keap.callback') ? route('keap.callback') : 'https://';
        $problems = array_filter([
            // Keap sends the browser back only to an https address, or to this machine.
            preg_match('~^(https://|http://(localhost|127\.0\.0\.1|\[::1])[:/])~', $address) === 1 ? null
                : "Keap sends no browser back to $address: set APP_URL in .env to the https address of this site.",
            Health::problem(call: true),
        ]);
        array_walk($problems, fn (string $problem) => $command->error($problem));
        $problems !== [] || $command->info('Keap answers, with the settings of this application.');
        $program = $command->option('machine') ? (new ExecutableFinder)->find('infusionsoft', '') : null;
        $program !== '' || $command->error('The command infusionsoft is not in PATH. PECL and the Debian package install it with the extension.');
        $program ? passthru(escapeshellarg(PHP_BINARY).' '.escapeshellarg($program).' doctor', $status) : $status = $program === null ? 0 : 1;

        return $problems === [] && $status === 0 ? Command::SUCCESS : Command::FAILURE;
    }
}
