<?php

return [

    // The id of the tag that new customers get.
    'signup_tag' => env('KEAP_SIGNUP_TAG'),

    // Who may connect Keap in production: e-mail addresses of users, separated by commas.
    'admins' => env('KEAP_ADMINS', ''),

    // Only where one server talks to several Keap accounts: this application's name for its own.
    'account' => env('KEAP_ACCOUNT'),

];
