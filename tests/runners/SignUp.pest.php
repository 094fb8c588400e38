<?php

// The same in Pest.

afterEach(fn () => infusionsoft_fake(null));

it('creates a customer', function () {
    infusionsoft_fake(fn (array $request) => ['id' => '7', 'given_name' => $request['body']['given_name']]);
    expect(infusionsoft_contact_create(['email' => 'mary@example.com', 'given_name' => 'Mary']))->toBe(['id' => '7', 'given_name' => 'Mary']);
    expect(infusionsoft_recorded())->toHaveCount(1);
});

it('is without a trace of the test before', fn () => expect(infusionsoft_recorded())->toBe([]));

it('tells what Keap refuses', function () {
    infusionsoft_fake(['getContact' => 404]);
    infusionsoft_contact_get(7);
})->throws(Infusionsoft\ApiException::class);
