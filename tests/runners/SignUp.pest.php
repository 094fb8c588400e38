<?php

// The tests of SignUpTest.php, written for Pest.

afterEach(fn () => infusionsoft_fake(null));

it('creates a customer', function () {
    infusionsoft_fake(fn (array $request) => ['id' => '7', 'given_name' => $request['body']['given_name']]);
    expect(infusionsoft_contact_create(['email' => 'mary@example.com', 'given_name' => 'Mary']))->toBe(['id' => '7', 'given_name' => 'Mary']);
    expect(infusionsoft_recorded())->toHaveCount(1);
});

it('starts without the requests of the test before', fn () => expect(infusionsoft_recorded())->toBe([]));

it('throws when Keap refuses a request', function () {
    infusionsoft_fake(['getContact' => 404]);
    infusionsoft_contact_get(7);
})->throws(Infusionsoft\ApiException::class);
