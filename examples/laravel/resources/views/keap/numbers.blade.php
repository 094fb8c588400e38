{{-- How much of Keap's limits is used, and how fast Keap replies. Sizes are attributes, so that a Content-Security-Policy may forbid styles. --}}
@php
    $histogram = $stats['latency_ms']['histogram'];
    $filled = array_keys(array_filter(array_values($histogram)));
    $bars = $filled === [] ? [] : array_slice($histogram, max(0, $filled[0] - 1), max(6, end($filled) - $filled[0] + 3), true);
    $percentiles = collect($stats['latency_ms'])->only(['p50', 'p95', 'p99'])->filter(fn ($ms) => $ms !== null)->map(fn ($ms, $name) => "$name ".number_format($ms).' ms')->implode(', ');
@endphp
<h2>Limits of Keap</h2>
@foreach (['day' => 'Day', 'minute' => 'Minute'] as $key => $name)
    @if (($limits[$key]['limit'] ?? null) === null)
        <p class="quota"><strong>{{ $name }}</strong> <span class="quiet">not known before the first call</span></p>
    @else
        @php($percent = round(min(100, 100 * ($limits[$key]['used'] ?? 0) / max(1, $limits[$key]['limit'])), 1))
        <p class="quota"><strong>{{ $name }}</strong> <span class="quiet">{{ number_format($limits[$key]['used'] ?? 0) }} of {{ $limits[$key]['limit'] >= 4294967294 ? 'any number of' : number_format($limits[$key]['limit']) }} calls used{{ $limits[$key]['resets_at'] ? ', anew at '.date('H:i', $limits[$key]['resets_at']) : '' }}</span></p>
        <svg role="img" height="12"><title>{{ $name }}: {{ $percent }} % used</title><rect class="track" width="100%" height="12" rx="6"/><rect @class(['fill', 'full' => $percent >= 90]) width="{{ $percent }}%" height="12" rx="6"/></svg>
    @endif
@endforeach

<h2>Calls</h2>
<table>
    <tr><th scope="row">Calls</th><td>{{ number_format($stats['calls']) }}</td></tr>
    <tr><th scope="row">Failures</th><td>{{ number_format(array_sum($stats['failures'])) }}</td></tr>
    <tr><th scope="row">Waits</th><td>{{ number_format($stats['waits']) }}, together {{ number_format($stats['waited_ms'] / 1000, 1) }} s</td></tr>
    <tr><th scope="row">Replies within</th><td>{{ $percentiles ?: 'no reply yet' }}</td></tr>
</table>
@if ($bars !== [])
    <svg role="img" height="190" id="latency">
        <title>Replies of Keap by their time: {{ $percentiles }}</title>
        <desc>@foreach ($bars as $bound => $count){{ $bound === 'more' ? 'more' : "up to $bound ms" }}: {{ $count }}; @endforeach</desc>
        @foreach ($bars as $bound => $count)
            @php([$width, $height] = [100 / count($bars), $count === 0 ? 0 : max(2, round(140 * $count / max($bars)))])
            <rect class="fill" x="{{ round($loop->index * $width + 0.5, 2) }}%" width="{{ round($width - 1, 2) }}%" y="{{ 165 - $height }}" height="{{ $height }}"/>
            @if ($count > 0)
                <text x="{{ round(($loop->index + 0.5) * $width, 2) }}%" y="{{ 159 - $height }}" text-anchor="middle">{{ number_format($count) }}</text>
            @endif
            <text @class(['wide' => count($bars) > 8 && $loop->odd]) x="{{ round(($loop->index + 0.5) * $width, 2) }}%" y="183" text-anchor="middle">{{ match (true) { $bound === 'more' => 'more', $bound >= 1000 => $bound / 1000 .' s', default => $bound } }}</text>
        @endforeach
        <line x1="0" x2="100%" y1="165" y2="165"/>
    </svg>
    <p class="quiet">Replies by time, in milliseconds</p>
@endif
