// Ages that tick, times in the viewer's zone, the theme, and charts. Pages read well without any of it.
(() => {
  'use strict';

  // ----- times -----
  const local = new Intl.DateTimeFormat(undefined, {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });

  function rough(seconds) {
    const s = Math.max(0, Math.floor(seconds));
    if (s < 60) return `${s} s`;
    if (s < 5400) return `${Math.round(s / 60)} min`;
    return s < 129600 ? `${Math.round(s / 3600)} h` : `${Math.round(s / 86400)} days`;
  }

  function exact(seconds) {
    const s = Math.max(0, Math.floor(seconds));
    if (s < 60) return `${s} s`;
    if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
    return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
  }

  function secondsSince(iso) {
    return (Date.now() - Date.parse(iso)) / 1000;
  }

  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function tick() {
    document.querySelectorAll('time[data-ago]').forEach((e) => write(e, `${rough(secondsSince(e.dateTime))} ago`));
    document.querySelectorAll('time[data-in]').forEach((e) => write(e, `in ${rough(-secondsSince(e.dateTime))}`));
    document.querySelectorAll('[data-since]').forEach((e) => write(e, exact(secondsSince(e.dataset.since))));
  }

  function localise() {
    document.querySelectorAll('time[data-at]').forEach((e) => write(e, local.format(new Date(e.dateTime))));
    tick();
  }

  // ----- theme -----
  const root = document.documentElement;

  function isDark() {
    const chosen = root.dataset.theme;
    return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  }

  function switchTheme() {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    document.cookie = `openalpha-theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
    drawAll();
  }

  // ----- charts -----
  let library;

  function loadLibrary() {
    library = library || new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = document.body.dataset.charts;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    return library;
  }

  function colour(name) {
    const probe = document.createElement('span');
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  }

  function palette() {
    const names = ['text', 'quiet', 'line', 'card', 'sunken', 'accent', 'good-fill', 'warn-fill', 'bad-fill', 'busy-fill', 'idle-fill'];
    return Object.fromEntries(names.map((name) => [name.replace('-fill', ''), colour(name)]));
  }

  function axis(c, more) {
    return {
      axisLine: { lineStyle: { color: c.line } }, axisTick: { show: false },
      axisLabel: { color: c.quiet }, splitLine: { lineStyle: { color: c.line } },
      nameTextStyle: { color: c.quiet }, ...more,
    };
  }

  // Tooltips are drawn on the canvas: the policy of the pages forbids styles in markup.
  function tooltip(c, more) {
    return {
      renderMode: 'richText', confine: true, backgroundColor: c.card, borderColor: c.line,
      textStyle: { color: c.text, fontSize: 12 }, ...more,
    };
  }

  const number = new Intl.NumberFormat('en');
  const fixed = (value, digits) => (value === null || value === undefined ? '–' : value.toFixed(digits));

  const KINDS = {
    candles(data, c) {
      const days = data.bars.map((b) => b[0]);
      const at = new Map(days.map((day, i) => [day, i]));
      const marks = data.actions.filter((a) => at.has(a.date)).map((a) => ({
        coord: [a.date, data.bars[at.get(a.date)][3]], name: a.text, value: a.kind === 'split' ? 'S' : 'D',
        symbol: 'pin', symbolRotate: 180, symbolSize: a.kind === 'split' ? 30 : 20,
        label: { show: a.kind === 'split', color: c.card, fontSize: 10, offset: [0, 4] },
        itemStyle: { color: a.kind === 'split' ? c.accent : c.warn },
      }));
      const shown = Math.max(0, 100 - (100 * 260) / Math.max(260, days.length));
      return {
        grid: [{ left: 64, right: 16, top: 16, height: '62%' }, { left: 64, right: 16, top: '74%', height: '14%' }],
        axisPointer: { link: [{ xAxisIndex: 'all' }] },
        tooltip: tooltip(c, {
          trigger: 'axis', axisPointer: { type: 'cross', label: { color: c.card, backgroundColor: c.quiet } },
          formatter(items) {
            const b = data.bars[items[0].dataIndex];
            const what = data.actions.filter((a) => a.date === b[0]).map((a) => `\n${a.text}`).join('');
            return `${b[0]}\nopen ${fixed(b[1], 2)}  high ${fixed(b[4], 2)}\nlow ${fixed(b[3], 2)}  close ${fixed(b[2], 2)}\nvolume ${number.format(b[5])}${what}`;
          },
        }),
        dataZoom: [
          { type: 'inside', xAxisIndex: [0, 1], start: shown, end: 100, zoomOnMouseWheel: 'ctrl' },
          { type: 'slider', xAxisIndex: [0, 1], start: shown, end: 100, bottom: 4, height: 18, borderColor: c.line, textStyle: { color: c.quiet }, fillerColor: 'rgba(128,150,180,.2)', dataBackground: { lineStyle: { color: c.quiet }, areaStyle: { color: c.line } } },
        ],
        xAxis: [
          axis(c, { type: 'category', data: days, axisLabel: { show: false }, splitLine: { show: false } }),
          axis(c, { type: 'category', data: days, gridIndex: 1, splitLine: { show: false } }),
        ],
        yAxis: [
          axis(c, { scale: true }),
          axis(c, { gridIndex: 1, splitNumber: 2, axisLabel: { color: c.quiet, formatter: (v) => (v >= 1e9 ? `${v / 1e9}G` : v >= 1e6 ? `${v / 1e6}M` : v >= 1e3 ? `${v / 1e3}k` : v) } }),
        ],
        series: [
          {
            type: 'candlestick', name: 'price', data: data.bars.map((b) => [b[1], b[2], b[3], b[4]]),
            itemStyle: { color: c.good, color0: c.bad, borderColor: c.good, borderColor0: c.bad },
            markPoint: { data: marks, tooltip: { show: false } },
          },
          { type: 'bar', name: 'volume', xAxisIndex: 1, yAxisIndex: 1, data: data.bars.map((b) => b[5]), itemStyle: { color: c.idle } },
        ],
      };
    },

    foreseen(data, c) {
      const colours = [c.accent, c.busy, c.warn, c.idle];
      const told = { true: 'right', false: 'wrong', null: 'not known yet' };
      const dot = (hit) => (hit === null ? { color: c.card, borderColor: c.quiet, borderWidth: 1.5 } : { color: hit ? c.good : c.bad });
      const percent = (v) => `${(100 * v).toFixed(0)} %`;
      const most = Math.max(0.02, ...data.lines.flatMap((l) => l.probabilities.filter((p) => p !== null).map((p) => Math.abs(p - 0.5)))) * 1.15;
      return {
        grid: [{ left: 64, right: 16, top: 34, height: '50%' }, { left: 64, right: 16, top: '70%', bottom: 28 }],
        legend: { top: 0, left: 0, textStyle: { color: c.quiet }, data: data.lines.map((l) => l.algorithm.replaceAll('_', ' ')) },
        axisPointer: { link: [{ xAxisIndex: 'all' }] },
        tooltip: tooltip(c, {
          trigger: 'axis',
          formatter(items) {
            const i = items[0].dataIndex;
            const said = data.lines.filter((l) => l.probabilities[i] !== null)
              .map((l) => `${l.algorithm.replaceAll('_', ' ')} ${(100 * l.probabilities[i]).toFixed(1)} %, ${told[l.hits[i]]}`);
            const after = data.returns[i] === null ? [] : [`return ${(100 * data.returns[i]).toFixed(2)} %`];
            return [data.days[i], ...said, ...after].join('\n');
          },
        }),
        xAxis: [
          axis(c, { type: 'category', data: data.days, axisLabel: { show: false }, splitLine: { show: false } }),
          axis(c, { type: 'category', data: data.days, gridIndex: 1, splitLine: { show: false } }),
        ],
        yAxis: [
          axis(c, { min: Math.max(0, 0.5 - most), max: Math.min(1, 0.5 + most), axisLabel: { color: c.quiet, showMinLabel: false, showMaxLabel: false, formatter: (v) => `${(100 * v).toFixed(1)} %` } }),
          axis(c, { gridIndex: 1, splitNumber: 2, axisLabel: { color: c.quiet, formatter: (v) => (Math.abs(v) < 0.01 && v !== 0 ? `${(100 * v).toFixed(1)} %` : percent(v)) } }),
        ],
        series: [
          ...data.lines.map((l, i) => ({
            type: 'line', name: l.algorithm.replaceAll('_', ' '), symbol: 'circle', symbolSize: data.days.length > 120 ? 5 : 8, showAllSymbol: true,
            itemStyle: { color: colours[i % 4] }, lineStyle: { color: colours[i % 4], width: 1.5, opacity: 0.7 },
            data: l.probabilities.map((p, d) => ({ value: p, itemStyle: dot(l.hits[d]) })),
            markLine: i ? undefined : { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: c.quiet, type: 'dashed' }, data: [{ yAxis: 0.5 }] },
          })),
          { type: 'bar', name: 'return', xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 14, data: data.returns.map((r) => ({ value: r, itemStyle: { color: r < 0 ? c.bad : c.good } })) },
        ],
      };
    },

    coverage(data, c) {
      const cells = [];
      data.rows.forEach((row, y) => row.forEach((share, x) => { if (share >= 0) cells.push([x, y, share]); }));
      return {
        grid: { left: 76, right: 12, top: 8, bottom: 56 },
        tooltip: tooltip(c, {
          formatter: (item) => `${data.symbols[item.data[1]]}, ${data.months[item.data[0]]}\n${data.counts[item.data[1]][item.data[0]]} of ${data.sessions[item.data[1]][item.data[0]]} sessions`,
        }),
        xAxis: axis(c, { type: 'category', data: data.months, splitLine: { show: false } }),
        yAxis: axis(c, { type: 'category', data: data.symbols, inverse: true, splitLine: { show: false }, axisLabel: { color: c.quiet, fontSize: 11, interval: 0 } }),
        visualMap: {
          type: 'piecewise', orient: 'horizontal', left: 'center', bottom: 0, textStyle: { color: c.quiet }, itemWidth: 14, itemHeight: 14,
          pieces: [
            { value: 0, color: c.bad, label: 'no bar' },
            { gt: 0, lt: 0.9, color: c.warn, label: 'some missing' },
            { gte: 0.9, lt: 1, color: c.busy, label: 'nearly all' },
            { gte: 1, color: c.good, label: 'complete' },
          ],
        },
        series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: c.card, borderWidth: 1 }, progressive: 0, animation: false }],
      };
    },

    trend(data, c) {
      const labels = data.points.map((p) => p.label);
      const colours = [c.accent, c.warn, c.good, c.bad];
      const series = [];
      data.lines.forEach((line, i) => {
        const values = data.points.map((p) => p[line.key] || null);
        series.push({
          type: 'line', name: line.name, data: values.map((v) => (v ? v.value : null)), connectNulls: true,
          symbolSize: 7, itemStyle: { color: colours[i] }, lineStyle: { color: colours[i], type: line.dashed ? 'dashed' : 'solid' },
        });
        if (!line.dashed) {
          series.push({
            type: 'custom', name: `${line.name} 95 %`, silent: true, itemStyle: { color: colours[i] },
            data: values.map((v, x) => (v && v.low !== null && v.low !== undefined ? [x, v.low, v.high] : null)).filter(Boolean),
            encode: { x: 0, y: [1, 2] },
            renderItem(_, api) {
              const low = api.coord([api.value(0), api.value(1)]);
              const high = api.coord([api.value(0), api.value(2)]);
              const style = { stroke: colours[i], lineWidth: 1.5, opacity: 0.6 };
              const lineOf = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
              return { type: 'group', children: [lineOf(low[0], low[1], high[0], high[1]), lineOf(low[0] - 4, low[1], low[0] + 4, low[1]), lineOf(high[0] - 4, high[1], high[0] + 4, high[1])] };
            },
          });
        }
      });
      return {
        grid: { left: 60, right: 16, top: 36, bottom: 30 },
        legend: { top: 0, left: 0, textStyle: { color: c.quiet }, data: data.lines.map((l) => l.name) },
        tooltip: tooltip(c, {
          trigger: 'axis',
          formatter: (items) => [labels[items[0].dataIndex], ...data.lines.map((l) => {
            const v = data.points[items[0].dataIndex][l.key];
            return v ? `${l.name} ${fixed(v.value, 4)}${v.low === null || v.low === undefined ? '' : ` [${fixed(v.low, 4)}, ${fixed(v.high, 4)}]`}` : '';
          }).filter(Boolean)].join('\n'),
        }),
        xAxis: axis(c, { type: 'category', data: labels, splitLine: { show: false } }),
        yAxis: axis(c, { scale: true, axisLabel: { color: c.quiet, formatter: (v) => v.toFixed(3) } }),
        series,
      };
    },

    calibration(data, c) {
      const all = data.flatMap((b) => [b.forecast, b.frequency]);
      const low = Math.min(...all);
      const high = Math.max(...all);
      const pad = (high - low) * 0.08 || 0.01;
      return {
        grid: { left: 60, right: 24, top: 16, bottom: 44 },
        tooltip: tooltip(c, { formatter: (i) => (i.seriesIndex ? `forecast ${fixed(i.data[0], 4)}\ncame true ${fixed(i.data[1], 4)}\n${number.format(i.data[2])} forecasts` : '') }),
        xAxis: axis(c, { type: 'value', min: low - pad, max: high + pad, name: 'forecast', nameLocation: 'middle', nameGap: 26, splitNumber: 4, axisLabel: { color: c.quiet, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: (v) => v.toFixed(3) } }),
        yAxis: axis(c, { type: 'value', min: low - pad, max: high + pad, axisLabel: { color: c.quiet, showMinLabel: false, showMaxLabel: false, formatter: (v) => v.toFixed(3) } }),
        series: [
          { type: 'line', data: [[low - pad, low - pad], [high + pad, high + pad]], symbol: 'none', silent: true, lineStyle: { color: c.quiet, type: 'dashed', width: 1 } },
          { type: 'line', data: data.map((b) => [b.forecast, b.frequency, b.count]), symbolSize: 8, itemStyle: { color: c.accent }, lineStyle: { color: c.accent } },
        ],
      };
    },

    ranking(data, c) {
      const sorted = [...data].reverse();
      return {
        grid: { left: 24, right: 24, top: 8, bottom: 24, containLabel: true },
        tooltip: tooltip(c, { trigger: 'item', formatter: (i) => `${i.name}\n${i.value.toFixed(5)}` }),
        xAxis: axis(c, { type: 'value', axisLabel: { color: c.quiet, hideOverlap: true } }),
        yAxis: axis(c, { type: 'category', data: sorted.map((d) => d.name), axisLabel: { color: c.quiet, interval: 0 }, splitLine: { show: false } }),
        series: [{ type: 'bar', data: sorted.map((d) => ({ value: d.value, itemStyle: { color: d.value < 0 ? c.idle : c.accent } })), barMaxWidth: 14 }],
      };
    },

    pace(data, c) {
      return {
        grid: { left: 56, right: 16, top: 16, bottom: 28 },
        tooltip: tooltip(c, { trigger: 'axis', formatter: (items) => items.map((i) => `${i.seriesName} ${fixed(i.data[1], 1)} items/s`).join('\n') }),
        xAxis: axis(c, { type: 'time', splitLine: { show: false } }),
        yAxis: axis(c, { type: 'value' }),
        series: data.map((s, i) => ({ type: 'line', name: s.step, step: 'end', showSymbol: s.points.length < 3, data: s.points, areaStyle: { opacity: 0.12 }, itemStyle: { color: [c.accent, c.good, c.warn, c.busy][i % 4] } })),
      };
    },
  };

  async function dataOf(element) {
    if (element.dataset.json) return JSON.parse(element.dataset.json);
    const response = await fetch(element.dataset.src, { headers: { Accept: 'application/json, text/html' } });
    if (response.redirected) location.reload();
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  }

  async function draw(element) {
    try {
      const [data] = await Promise.all([element.chartData || dataOf(element), loadLibrary()]);
      element.chartData = data;
      const chart = window.echarts.getInstanceByDom(element) || window.echarts.init(element, null, { renderer: 'canvas' });
      chart.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...KINDS[element.dataset.kind](data, palette()) }, true);
      element.dataset.drawn = 'true';
      if (element.dataset.kind === 'coverage' && !element.chartLinks) {
        element.chartLinks = true;
        chart.on('click', (e) => { if (e.data) location.href = `/data/symbols/${encodeURIComponent(data.symbols[e.data[1]])}`; });
      }
    } catch (e) {
      element.dataset.drawn = 'failed';
      element.textContent = 'The chart could not be drawn.';
    }
  }

  function drawAll() {
    document.querySelectorAll('.chart').forEach(draw);
  }

  function drawNew(within) {
    within.querySelectorAll('.chart:not([data-drawn])').forEach(draw);
  }

  // ----- renewal -----
  let focused;

  // How to find what takes the place of an element of the renewed part: by where it leads, the question it asks or its label.
  function twin(element) {
    const mark = element.closest('#live') && ['href', 'popovertarget', 'aria-label'].find((name) => element.hasAttribute(name));
    return mark && `#live [${mark}="${CSS.escape(element.getAttribute(mark))}"]`;
  }

  // ----- start -----
  root.classList.add('scripted');
  document.addEventListener('click', (e) => {
    if (e.target.closest('[data-theme-switch]')) switchTheme();
  });
  // A page that renews itself must not take an open question away, not even by what it asked for before.
  ['htmx:beforeRequest', 'htmx:beforeSwap'].forEach((moment) => document.addEventListener(moment, (e) => {
    if (document.querySelector('[popover]:popover-open')) e.preventDefault();
  }));
  // Whoever is signed out is to see the page to sign in, not the browser's own question.
  document.addEventListener('htmx:configRequest', (e) => { e.detail.headers.Accept = 'text/html'; });
  document.addEventListener('htmx:beforeSwap', (e) => {
    if (e.detail.xhr.responseURL.endsWith('/login')) { e.preventDefault(); location.reload(); }
  });
  document.addEventListener('htmx:beforeSwap', () => { focused = twin(document.activeElement); });
  document.addEventListener('htmx:afterSettle', () => {
    if (focused) document.querySelector(focused)?.focus({ preventScroll: true });
    localise();
    drawNew(document);
  });
  addEventListener('resize', () => {
    document.querySelectorAll('.chart').forEach((e) => window.echarts && window.echarts.getInstanceByDom(e)?.resize());
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  localise();
  setInterval(tick, 1000);
  drawNew(document);
})();
