{{-- All of Laravel's own error pages extend this one: each says what to do, and has a way out. --}}
@php
    [$title, $text] = match ($exception->getStatusCode()) {
        401, 403 => ['You may not open this page', $exception->getMessage() === 'This action is unauthorized.'
            ? 'Only the users named in KEAP_ADMINS may. Log in as one of them, or ask for your address to be added there.'
            : $exception->getMessage()],
        404 => ['This page does not exist', 'The address may be misspelt, or the page is gone.'],
        413 => ['This is too large', 'The server does not take a file of this size. Split the file, and send the parts one after the other.'],
        419 => ['This page is too old', 'It was open for too long, or cookies are off. Go back, load the page again, and send the form once more. Nothing was saved.'],
        429 => ['Too many requests', 'Please wait for a minute, then try again.'],
        503 => ['Back soon', 'This site is being worked on. Please try again in some minutes.'],
        default => ['Something went wrong', 'What you sent may not have been saved. Please try again in some minutes.'],
    };
    $back = url()->previous(url('/'));
@endphp
@extends('keap.layout')
@section('title', $title)
@section('content')
    <h1 class="error">{{ $title }}</h1>
    <p>{{ $text }}</p>
    <p class="actions">
        @if (str_starts_with($back, url('/').'/') && ($back !== url()->full() || request()->isMethod('post')))
            <a class="button" href="{{ $back }}">Go back</a>
        @endif
        @if (in_array($exception->getStatusCode(), [401, 403], true) && Route::has('login'))
            <a class="button" href="{{ route('login') }}">Log in</a>
        @endif
        <a class="button second" href="{{ url('/') }}">Start page</a>
    </p>
@endsection
