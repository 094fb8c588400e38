<?php

namespace Infusionsoft\Laravel;

use Illuminate\Console\Scheduling\Schedule;
use Illuminate\Contracts\Auth\Authenticatable;
use Illuminate\Contracts\Http\Kernel;
use Illuminate\Foundation\Console\AboutCommand;
use Illuminate\Foundation\Events\DiagnosingHealth;
use Illuminate\Foundation\Http\Kernel as HttpKernel;
use Illuminate\Http\Request;
use Illuminate\Queue\Events\Looping;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Gate;
use Illuminate\Support\Facades\Route;
use Illuminate\Support\ServiceProvider;

class KeapServiceProvider extends ServiceProvider
{
    /** This request, task or job began with the settings of the application. */
    private bool $begun = true;

    private ?\Closure $setBack = null;

    public function register(): void
    {
        $this->mergeConfigFrom(__DIR__.'/../config/keap.php', 'keap');
    }

    public function boot(): void
    {
        $this->begin();
        // Each test has its own application: a fake does not outlive its test.
        (config('keap.prevent_stray_requests') || $this->app->runningUnitTests()) && $this->replaceFake();
        $this->watchWorkers();
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

    private function replaceFake(): void
    {
        config('keap.prevent_stray_requests') ? Keap::preventStrayRequests() : Keap::reset();
    }

    /** A worker's process lasts: what a request, task or job changed in it must not reach the next, perhaps another tenant's. */
    private function beginAgain(): void
    {
        $this->begun = true;

        // The requests of a test belong together: its fake and its logger last.
        if (! $this->app->runningUnitTests()) {
            $this->replaceFake();
            $this->begin();
            $this->setBack === null || ($this->setBack)();
        }
    }

    private function watchWorkers(): void
    {
        $this->app->booted(fn () => $this->setBack = Settings::setBack());
        Event::listen(['Laravel\Octane\Events\RequestReceived', 'Laravel\Octane\Events\TaskReceived', 'Laravel\Octane\Events\TickReceived', Looping::class], $this->beginAgain(...));
        // Where Octane's event came first, what its other listeners set lasts. Another loop around the kernel has no event.
        $this->callAfterResolving(Kernel::class, fn (HttpKernel $kernel) => $kernel->prependMiddleware(function (Request $request, \Closure $next): mixed {
            $this->begun || $this->beginAgain();
            $this->begun = false;

            return $next($request);
        }));
    }

    private function definePages(): void
    {
        $this->loadViewsFrom(__DIR__.'/../resources/views', 'keap');

        config('keap.routes') && $this->loadRoutesFrom(__DIR__.'/../routes/keap.php');
        // Keap has no session and no CSRF token.
        Route::macro('keapHooks', fn (string $uri = 'keap/hooks') => Route::post($uri, [Http\KeapController::class, 'hook'])->withoutMiddleware('web')->name('keap.hooks'));

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
            $problem === null || throw new \RuntimeException("Keap needs attention: $problem");
        });

        Event::listen(Events\ReauthorizationRequired::class, TellSomebody::class);
        Event::listen(fn (Events\TokenRefreshed $event) => TellSomebody::forget($event->account));
        $this->callAfterResolving(Schedule::class, function (Schedule $schedule): void {
            config('keap.schedule') && $schedule->command('keap:check')->hourly();
            config('keap.schedule') && Route::has('keap.hooks') && $schedule->command('keap:hooks')->hourly();
        });
    }

    /** @return array<string> e-mail addresses */
    private static function admins(): array
    {
        return array_filter(array_map(trim(...), explode(',', (string) config('keap.admins'))));
    }
}
