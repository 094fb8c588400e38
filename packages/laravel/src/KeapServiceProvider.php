<?php

namespace Infusionsoft\Laravel;

use Illuminate\Console\Scheduling\Schedule;
use Illuminate\Contracts\Auth\Authenticatable;
use Illuminate\Foundation\Console\AboutCommand;
use Illuminate\Foundation\Events\DiagnosingHealth;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Gate;
use Illuminate\Support\ServiceProvider;
use RuntimeException;

class KeapServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        $this->mergeConfigFrom(__DIR__.'/../config/keap.php', 'keap');
    }

    public function boot(): void
    {
        $this->begin();

        // Each test has its own application: a fake does not outlive its test.
        if (config('keap.prevent_stray_requests') || $this->app->runningUnitTests()) {
            config('keap.prevent_stray_requests') ? Keap::preventStrayRequests() : Keap::reset();
        }

        // Octane keeps the application; a request may have changed what lasts in the process.
        Event::listen('Laravel\Octane\Events\RequestReceived', $this->begin(...));
        $this->definePages();
        $this->watch();
        Commands::define();
        $this->publishes([__DIR__.'/../config/keap.php' => config_path('keap.php')], 'keap-config');
        $this->publishes([__DIR__.'/../resources/views' => resource_path('views/vendor/keap')], 'keap-views');
    }

    private function begin(): void
    {
        Settings::apply();
        CallLog::begin();
    }

    private function definePages(): void
    {
        $this->loadViewsFrom(__DIR__.'/../resources/views', 'keap');

        if (config('keap.routes')) {
            $this->loadRoutesFrom(__DIR__.'/../routes/keap.php');
        }

        // The application's own providers start later, so that its definition of the gate replaces this one.
        Gate::define('connect-keap', fn (?Authenticatable $user): bool => $this->app->environment('local')
            || ($user !== null && in_array($user->email ?? null, self::admins(), true)));
    }

    /** Where Laravel shows how an application is: about, /up. */
    private function watch(): void
    {
        AboutCommand::add('Keap', fn (): array => [
            'Extension' => (string) phpversion('infusionsoft'),
            'Account' => infusionsoft_token_status()['account'],
            'State' => Health::summary()['word'],
        ]);

        Event::listen(function (DiagnosingHealth $event): void {
            $problem = config('keap.health') ? Health::problem() : null;
            $problem === null || throw new RuntimeException("Keap needs attention: $problem");
        });

        Event::listen(Events\ReauthorizationRequired::class, TellSomebody::class);
        Event::listen(fn (Events\TokenRefreshed $event) => TellSomebody::forget($event->account));
        $this->callAfterResolving(Schedule::class, function (Schedule $schedule): void {
            config('keap.schedule') && $schedule->command('keap:check')->hourly();
        });
    }

    /** @return array<string> e-mail addresses */
    private static function admins(): array
    {
        return array_filter(array_map(trim(...), explode(',', (string) config('keap.admins'))));
    }
}
