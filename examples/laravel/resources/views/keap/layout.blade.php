<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>@yield('title')</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="{{ asset('keap.css') }}">
    @yield('head')
</head>
<body>
<main class="@yield('width')">
    @yield('content')
</main>
</body>
</html>
