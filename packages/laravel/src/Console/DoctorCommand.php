<?php

namespace Infusionsoft\Laravel\Console;

use Illuminate\Console\Command;
use Illuminate\Support\Facades\Route;
use Infusionsoft\Laravel\Health;
use Symfony\Component\Process\ExecutableFinder;

class DoctorCommand extends Command
{
    protected $signature = 'keap:doctor {--machine : Also run the command infusionsoft doctor, which looks at the settings of the machine}';

    protected $description = 'Find what keeps calls from Keap, in this application and with one call';

    public function handle(): int
    {
        $problems = array_filter([$this->callback(), Health::problem(call: true)]);
        array_walk($problems, fn (string $problem) => $this->error($problem));
        $problems !== [] || $this->info('Keap answers, with the settings of this application.');

        return ($this->option('machine') ? $this->machine() : self::SUCCESS) === self::SUCCESS && $problems === [] ? self::SUCCESS : self::FAILURE;
    }

    /** Keap sends the browser back only to an https address, or to this machine. */
    private function callback(): ?string
    {
        $address = Route::has('keap.callback') ? route('keap.callback') : null;

        return $address === null || preg_match('~^(https://|http://(localhost|127\.0\.0\.1|\[::1])[:/])~', $address) === 1 ? null
            : "Keap sends no browser back to $address: set APP_URL in .env to the https address of this site.";
    }

    /** What is in .env is not known to the command: it looks at php.ini, the store, the network and the clock. */
    private function machine(): int
    {
        $program = (new ExecutableFinder)->find('infusionsoft');

        if ($program === null) {
            $this->error('The command infusionsoft is not in PATH. PECL and the Debian package install it with the extension.');

            return self::FAILURE;
        }

        passthru(escapeshellarg(PHP_BINARY).' '.escapeshellarg($program).' doctor', $status);

        return $status;
    }
}
