@extends('keap.layout')
@section('title', ($errors->any() ? 'Error: ' : '').'Sign up')
@section('content')
    <h1>Sign up</h1>

    @if (session('thanks'))
        <p role="status" class="good"><strong>Thank you, {{ session('thanks') }}. You are signed up.</strong></p>
    @endif

    <form method="post" action="{{ route('signup') }}">
        @csrf

        @foreach ([
            'given_name' => ['First name', 'text', 'given-name', 40],
            'family_name' => ['Last name', 'text', 'family-name', 40],
            'email' => ['E-mail', 'email', 'email', 254],
        ] as $name => [$label, $type, $autocomplete, $length])
            <label for="{{ $name }}">{{ $label }}</label>
            <input id="{{ $name }}" name="{{ $name }}" value="{{ old($name) }}" type="{{ $type }}" autocomplete="{{ $autocomplete }}" maxlength="{{ $length }}" required
                @error($name) aria-invalid="true" aria-describedby="{{ $name }}-error" @enderror>
            @error($name) <span class="error" id="{{ $name }}-error">{{ $message }}</span> @enderror
        @endforeach

        <label class="choice">
            <input type="checkbox" name="consent" value="1" @checked(old('consent'))>
            Send me news by e-mail
        </label>

        <p class="actions"><button class="button">Sign up</button></p>
    </form>
@endsection
