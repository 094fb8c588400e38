<?php

namespace App\Http\Controllers;

use App\Jobs\SendCustomerToKeap;
use Illuminate\Contracts\View\View;
use Illuminate\Http\RedirectResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Str;
use Infusionsoft\Exception as KeapException;

class KeapController
{
    /** Sends a new customer to Keap, directly from the web request. */
    public function signUp(Request $request): RedirectResponse
    {
        /** @var array{given_name: string, family_name: string, email: string} $customer */
        $customer = $request->validate([
            'given_name' => ['required', 'string', 'max:40'],
            'family_name' => ['required', 'string', 'max:40'],
            'email' => ['required', 'string', 'email', 'max:254'],
        ]);

        try {
            $contact = infusionsoft_contact_create($customer, duplicate_option: 'Email');
            infusionsoft_tag_apply(config()->string('keap.signup_tag'), $contact['id']);
        } catch (KeapException $e) {
            report($e);

            if (! SendCustomerToKeap::canSucceedLater($e)) {
                return back()->withInput()->withErrors(['email' => 'We could not sign you up with these details. Please check them.']);
            }

            // Keap cannot be reached at the moment. The queue sends the customer later; the visitor need not wait.
            SendCustomerToKeap::dispatch($customer);
        }

        return to_route('signup')->with('thanks', $customer['given_name']);
    }

    /** Redirects the administrator to Keap, which asks for access to the account. */
    public function connect(Request $request): RedirectResponse
    {
        $state = Str::random(40);
        $request->session()->put('keap.state', $state);

        return redirect()->away(infusionsoft_authorize_url(route('keap.callback'), $state));
    }

    /** Keap redirects the administrator back to here, with a code that is exchanged for the grant. */
    public function callback(Request $request): RedirectResponse
    {
        $state = $request->session()->pull('keap.state');

        // Without this check an attacker could make an administrator's browser connect the attacker's Keap account.
        abort_unless(is_string($state) && hash_equals($state, (string) $request->string('state')), 403, 'Please start again from the status page.');

        if ($request->missing('code')) {
            return to_route('keap.status')->withErrors('Keap was not connected: access was not granted.');
        }

        try {
            infusionsoft_authorize((string) $request->string('code'), route('keap.callback'));
        } catch (KeapException $e) {
            report($e);

            return to_route('keap.status')->withErrors($e->getMessage());
        }

        return to_route('keap.status');
    }

    public function status(): View
    {
        return view('keap.status', ['status' => infusionsoft_token_status()]);
    }
}
