<?php

return [

    // The id of the tag that new customers get.
    'signup_tag' => env('KEAP_SIGNUP_TAG'),

    // Users who may connect Keap in production: their e-mail addresses, separated by commas.
    'admins' => env('KEAP_ADMINS', ''),

    // Only needed if one server uses several Keap accounts: the name of this application's account.
    'account' => env('KEAP_ACCOUNT'),

];
