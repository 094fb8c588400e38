@php
    [$rows, $done, $failed, $paused] = [$import->about('rows'), $import->count(), iterator_count($import->failures()), $import->about('paused')];
@endphp
@extends('keap.layout')
@section('title', 'Import of '.$import->about('name'))
@section('width', 'wide')
@section('head')
    @unless ($import->isFinished())
        <noscript><meta http-equiv="refresh" content="3"></noscript>
        <script src="{{ asset('keap-import.js') }}" defer></script>
    @endunless
@endsection
@section('content')
    <div id="progress" aria-live="polite" @if ($import->isFinished()) data-finished @endif>
        @if ($import->isFinished())
            <h1 class="{{ $failed === 0 ? 'good' : 'warning' }}">{{ $failed === 0 ? 'The import is done' : 'The import is done, but for some rows' }}</h1>
        @elseif ($paused !== null)
            <h1 class="warning">The import is paused</h1>
            <p>{{ $paused }}</p>
            <p>The import goes on by itself as soon as it can, and sends no row again that is done. If a person must do something first, the <a href="{{ route('keap.status') }}">status page</a> says what.</p>
            <details><summary>Details</summary>{{ $import->about('details') }}</details>
        @else
            <h1>The import is running</h1>
            <p>You can leave this page. @if ($done === 0) If nothing happens for a minute, see whether a queue worker runs: <code>php artisan queue:work</code>. @endif</p>
        @endif

        <progress max="{{ $rows }}" value="{{ $done }}" aria-label="Rows that are done"></progress>
        <p id="counts"><strong>{{ $done }} of {{ $rows }} rows</strong> of {{ $import->about('name') }} are done: {{ $done - $failed }} are in Keap, {{ $failed }} are not.</p>

        @unless ($import->isFinished())
            <form method="post" action="{{ route('keap.import.resume', $import->id) }}">@csrf <p class="actions"><button class="button second">Go on now</button></p></form>
        @endunless

        @if ($failed > 0)
            <h2>Rows that are not in Keap</h2>
            <table>
                <thead><tr><th scope="col" class="number">Row</th><th scope="col">Problem</th></tr></thead>
                @foreach (collect($import->failures())->take(20) as [$number, $problem])
                    <tr><td class="number">{{ $number }}</td><td>{{ $problem }}</td></tr>
                @endforeach
            </table>
            @if ($failed > 20) <p>And {{ $failed - 20 }} more: they are all in the file.</p> @endif
            <p>Correct them in the file, and import that: it holds these rows only.</p>
            <p class="actions"><a class="button second" href="{{ route('keap.import.failures', $import->id) }}">Download these rows</a></p>
        @endif
    </div>
    <p class="actions"><a class="button" href="{{ route('keap.import') }}">All imports</a></p>
@endsection
