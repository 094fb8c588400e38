<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>@yield('title')</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="{{ route('keap.stylesheet') }}">
</head>
<body>
<main>
    <h1>@yield('title')</h1>
    {{-- What the page itself says is not said twice. --}}
    @foreach (array_diff($errors->all(), [$summary['text'] ?? null]) as $error)
        <p class="bad" role="alert">{{ $error }}</p>
    @endforeach
    @if (session('keap.done'))
        <p class="good" role="status">{{ session('keap.done') }}</p>
    @endif
    @yield('content')
</main>
</body>
</html>
