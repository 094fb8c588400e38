<?php

return [

    // Given to the extension when the application starts, with infusionsoft_configure(). What is empty is php.ini's.
    // A client_id needs a store_path or an account of its own beside it.
    'settings' => [
        'client_id' => env('KEAP_CLIENT_ID'),
        'client_secret' => env('KEAP_CLIENT_SECRET'),
        'api_key' => env('KEAP_API_KEY'),
        'account' => env('KEAP_ACCOUNT'),
        'store_path' => env('KEAP_STORE_PATH'),
    ],

    // The pages that connect the account and show its state. Set it to false to define your own routes.
    'routes' => env('KEAP_ROUTES', true),
    'prefix' => env('KEAP_PREFIX', 'keap'),

    // Put 'auth' between the two once the application has a login.
    'middleware' => ['web', 'can:connect-keap'],

    // Users who may open these pages when APP_ENV is not "local": their e-mail addresses, separated by commas.
    // An application that defines the gate connect-keap itself does not need this.
    'admins' => env('KEAP_ADMINS', ''),

    // Whether /up answers with an error when a person must connect Keap again.
    'health' => env('KEAP_HEALTH', true),

    // The log channel that gets one entry per call. Null: none.
    'log' => env('KEAP_LOG'),

    // The events of REST hooks: keap:hooks subscribes to them, and Route::keapHooks() in routes/web.php receives them.
    'hooks' => [
        // 'contact.add', 'contact.edit',
    ],

    // Who is told when the account must be connected again, and how often at most, in hours.
    'notify' => [
        'mail' => env('KEAP_NOTIFY_MAIL'),
        'slack' => env('KEAP_NOTIFY_SLACK'), // the address of an incoming webhook
        'every' => (int) env('KEAP_NOTIFY_EVERY', 24),
    ],

    // Whether the schedule runs keap:check every hour. It finds what the keep-alive met between the calls.
    'schedule' => env('KEAP_SCHEDULE', true),

    // True in phpunit.xml: a test that forgets Keap::fake() fails, and reaches no real account.
    'prevent_stray_requests' => env('KEAP_PREVENT_STRAY_REQUESTS', false),

];
