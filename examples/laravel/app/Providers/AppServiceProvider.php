<?php

namespace App\Providers;

use App\Models\User;
use Illuminate\Support\Facades\Exceptions;
use Illuminate\Support\Facades\Gate;
use Illuminate\Support\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
        // Locally every visitor may connect Keap; in other environments only the users in config/keap.php.
        Gate::define('connect-keap', fn (?User $user): bool => $this->app->environment('local')
            || ($user !== null && in_array($user->getAttribute('email'), self::admins(), true)));

        // KEAP_ACCOUNT= in .env gives an empty text.
        $account = config('keap.account');

        if (is_string($account) && $account !== '') {
            ini_set('infusionsoft.account', $account);
        }

        // The job SendCustomerToKeap reports what it throws.
        Exceptions::dontReportDuplicates();
    }

    /** @return array<string> e-mail addresses */
    private static function admins(): array
    {
        return array_filter(explode(',', config()->string('keap.admins')));
    }
}
