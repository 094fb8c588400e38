<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Sign up</title>
    <style>
        :root { color-scheme: light dark; --error: #b00020; }
        @media (prefers-color-scheme: dark) { :root { --error: #ff9aa8; } }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem; }
        label { display: block; margin-top: 1rem; }
        input { font: inherit; width: 100%; box-sizing: border-box; padding: .4rem; }
        .choice { display: flex; gap: .6rem; align-items: baseline; }
        .choice input { width: auto; flex: none; }
        button { font: inherit; margin-top: 1.5rem; padding: .4rem 1.2rem; }
        .error { color: var(--error); }
    </style>
</head>
<body>
    <h1>Sign up</h1>

    @if (session('thanks'))
        <p role="status">Thank you, {{ session('thanks') }}. You are signed up.</p>
    @endif

    <form method="post" action="{{ route('signup') }}">
        @csrf

        @foreach (['given_name' => 'First name', 'family_name' => 'Last name', 'email' => 'E-mail'] as $name => $label)
            <label for="{{ $name }}">{{ $label }}</label>
            <input id="{{ $name }}" name="{{ $name }}" value="{{ old($name) }}" type="{{ $name === 'email' ? 'email' : 'text' }}" required
                @error($name) aria-invalid="true" aria-describedby="{{ $name }}-error" @enderror>
            @error($name) <span class="error" id="{{ $name }}-error">{{ $message }}</span> @enderror
        @endforeach

        <label class="choice">
            <input type="checkbox" name="consent" value="1" @checked(old('consent'))>
            Send me news by e-mail
        </label>

        <button>Sign up</button>
    </form>
</body>
</html>
