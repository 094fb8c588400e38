<?php

return [

    // The id or the name of the tag that new customers get.
    'signup_tag' => env('KEAP_SIGNUP_TAG'),

    // What a visitor who ticks the box agrees to. Keap stores it with the address as the opt-in reason. Without a
    // reason the contact is not marketable: Keap sends no marketing e-mail to it.
    'opt_in_reason' => 'Ticked "Send me news by e-mail" on the sign-up form',

    // Users who may connect Keap in production: their e-mail addresses, separated by commas.
    'admins' => env('KEAP_ADMINS', ''),

    // Only needed if one server uses several Keap accounts: the name of this application's account.
    'account' => env('KEAP_ACCOUNT'),

];
