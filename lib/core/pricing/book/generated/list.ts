// Made by bench/prices/generate-book.ts.
export const listText =
  '{"sources":["genai-prices 0.1.8, halved: Anthropic\'s rule for batches","genai-prices 0.1.8","Langfuse model prices, August 2026","Azure Retail Prices, February 2026","LiteLLM price map, September 2025","Azure Retail Prices, February 2026 + LiteLLM price map, September 2025","llm-prices","genai-prices 0.1.8, price of most hours of the day","genai-prices 0.1.8 + LiteLLM price map, September 2025","genai-prices 0.1.8: 0.5 times the standard price","genai-prices 0.1.8: 1.8 times the standard price","Langfuse model prices, August 2026, flex: OpenAI sells both at one price","genai-prices 0.1.8, halved: OpenAI\'s rule for batches","genai-prices 0.1.8, halved: OpenAI\'s rule for flex","genai-prices 0.1.8 + OpenRouter model list, 2026","OpenRouter model list, 2026","genai-prices 0.1.8, without the fee per request"],"vendors":["anthropic","openai","mistral","cohere","deepseek","xai","ai21","moonshot","meta","microsoft","google","nvidia","amazon","writer","alibaba","zai","minimax","ibm","perplexity"],"rows":[["anthropic",["claude-1","claude-2","claude-2.0","claude-2.1"],0,null,-1,1,null,null,0,"i4 o12"],' +
  '["anthropic",["claude-1","claude-2","claude-2.0","claude-2.1"],0,null,-1,0,null,null,1,"i8 o24"],' +
  '["anthropic",["claude-1.1","claude-1.2","claude-1.3"],0,null,-1,0,null,null,2,"i8 o24"],' +
  '["anthropic",["claude-3-5-haiku","claude-3-5-haiku-20241022","claude-3-5-haiku-latest"],0,null,-1,1,null,null,0,"i0.4 c0.04 w0.5 W0.8 o2"],' +
  '["anthropic",["claude-3-5-haiku","claude-3-5-haiku-20241022","claude-3-5-haiku-latest"],0,null,-1,0,null,null,1,"i0.8 c0.08 w1 W1.6 o4"],' +
  '["anthropic",["claude-3-5-sonnet","claude-3-5-sonnet-20240620","claude-3-5-sonnet-20241022","claude-3-5-sonnet-latest","claude-3-7-sonnet","claude-3-7-sonnet-20250219","claude-3-7-sonnet-latest","claude-3-sonnet","claude-3-sonnet-20240229","claude-sonnet-4","claude-sonnet-4-20250514"],0,null,-1,1,null,null,0,"i1.5 c0.15 w1.875 W3 o7.5"],' +
  '["anthropic",["claude-3-5-sonnet","claude-3-5-sonnet-20240620","claude-3-5-sonnet-20241022","claude-3-5-sonnet-latest","claude-3-7-sonnet","claude-3-7-sonnet-20250219","claude-3-7-sonnet-latest","claude-3-sonnet","claude-3-sonnet-20240229","claude-sonnet-4","claude-sonnet-4-20250514"],0,null,-1,0,null,null,1,"i3 c0.3 w3.75 W6 o15"],' +
  '["anthropic",["claude-3-haiku","claude-3-haiku-20240307","claude-3-haiku-latest"],0,null,-1,1,null,null,0,"i0.125 c0.015 w0.15 W0.25 o0.625"],' +
  '["anthropic",["claude-3-haiku","claude-3-haiku-20240307","claude-3-haiku-latest"],0,null,-1,0,null,null,1,"i0.25 c0.03 w0.3 W0.5 o1.25"],' +
  '["anthropic",["claude-3-opus","claude-3-opus-20240229","claude-3-opus-latest","claude-opus-4","claude-opus-4-1","claude-opus-4-1-20250805","claude-opus-4-20250514"],0,null,-1,1,null,null,0,"i7.5 c0.75 w9.375 W15 o37.5"],' +
  '["anthropic",["claude-3-opus","claude-3-opus-20240229","claude-3-opus-latest","claude-opus-4","claude-opus-4-1","claude-opus-4-1-20250805","claude-opus-4-20250514"],0,null,-1,0,null,null,1,"i15 c1.5 w18.75 W30 o75"],' +
  '["anthropic",["claude-fable-5"],0,null,-1,1,null,null,0,"i5 c0.5 w6.25 W10 o25"],' +
  '["anthropic",["claude-fable-5"],0,null,-1,0,null,null,1,"i10 c1 w12.5 W20 o50"],' +
  '["anthropic",["claude-fable-5-1"],0,null,-1,1,null,null,0,"i5 c0.125 w6.25 W10 o25"],' +
  '["anthropic",["claude-fable-5-1"],0,null,-1,0,null,null,1,"i10 c0.25 w12.5 W20 o50"],' +
  '["anthropic",["claude-haiku-4-5","claude-haiku-4-5-20251001"],0,null,-1,1,null,null,0,"i0.5 c0.05 w0.625 W1 o2.5"],' +
  '["anthropic",["claude-haiku-4-5","claude-haiku-4-5-20251001"],0,null,-1,0,null,null,1,"i1 c0.1 w1.25 W2 o5"],' +
  '["anthropic",["claude-instant-1","claude-instant-1-2"],0,null,-1,0,null,null,2,"i1.63 o5.51"],' +
  '["anthropic",["claude-mythos-5"],0,null,-1,0,null,null,2,"i10 c1 w12.5 W20 o50"],' +
  '["anthropic",["claude-opus-4-5","claude-opus-4-5-20251101","claude-opus-4-7","claude-opus-4-8","claude-opus-5"],0,null,-1,1,null,null,0,"i2.5 c0.25 w3.125 W5 o12.5"],' +
  '["anthropic",["claude-opus-4-5","claude-opus-4-5-20251101","claude-opus-4-7","claude-opus-4-8","claude-opus-5"],0,null,-1,0,null,null,1,"i5 c0.5 w6.25 W10 o25"],' +
  '["anthropic",["claude-opus-4-6"],0,null,-1,1,null,"2026-03-13",0,"i2.5 c0.25 w3.125 W5 o12.5|200000 i5 c0.5 w6.25 W10 o18.75"],' +
  '["anthropic",["claude-opus-4-6"],0,null,-1,1,"2026-03-13",null,0,"i2.5 c0.25 w3.125 W5 o12.5"],' +
  '["anthropic",["claude-opus-4-6"],0,null,-1,0,null,"2026-03-13",1,"i5 c0.5 w6.25 W10 o25|200000 i10 c1 w12.5 W20 o37.5"],' +
  '["anthropic",["claude-opus-4-6"],0,null,-1,0,"2026-03-13",null,1,"i5 c0.5 w6.25 W10 o25"],' +
  '["anthropic",["claude-opus-4-8","claude-opus-5"],0,null,-1,4,null,null,2,"i10 c1 w12.5 W20 o50"],' +
  '["anthropic",["claude-opus-5-5"],0,null,-1,1,null,null,0,"i2 c0.1 w2.5 W4 o10"],' +
  '["anthropic",["claude-opus-5-5"],0,null,-1,0,null,null,1,"i4 c0.2 w5 W8 o20"],' +
  '["anthropic",["claude-sonnet-4-5","claude-sonnet-4-5-20250929"],0,null,-1,1,null,null,0,"i1.5 c0.15 w1.875 W3 o7.5|200000 i3 c0.3 w3.75 W6 o11.25"],' +
  '["anthropic",["claude-sonnet-4-5","claude-sonnet-4-5-20250929"],0,null,-1,0,null,null,1,"i3 c0.3 w3.75 W6 o15|200000 i6 c0.6 w7.5 W12 o22.5"],' +
  '["anthropic",["claude-sonnet-4-6"],0,null,-1,1,null,"2026-03-13",0,"i1.5 c0.15 w1.875 W3 o7.5|200000 i3 c0.3 w3.75 W6 o11.25"],' +
  '["anthropic",["claude-sonnet-4-6"],0,null,-1,1,"2026-03-13",null,0,"i1.5 c0.15 w1.875 W3 o7.5"],' +
  '["anthropic",["claude-sonnet-4-6"],0,null,-1,0,null,"2026-03-13",1,"i3 c0.3 w3.75 W6 o15|200000 i6 c0.6 w7.5 W12 o22.5"],' +
  '["anthropic",["claude-sonnet-4-6"],0,null,-1,0,"2026-03-13",null,1,"i3 c0.3 w3.75 W6 o15"],' +
  '["anthropic",["claude-sonnet-4-latest"],0,null,-1,0,null,null,2,"i3 c0.3 w3.75 W6 o15"],' +
  '["anthropic",["claude-sonnet-5"],0,null,-1,1,null,null,0,"i1 c0.1 w1.25 W2 o5"],' +
  '["anthropic",["claude-sonnet-5"],0,null,-1,0,null,null,1,"i2 c0.2 w2.5 W4 o10"],' +
  '["azure",["ada"],-1,null,-1,0,null,null,1,"i0.1"],' +
  '["azure",["babbage"],-1,null,-1,0,null,null,1,"i0.4"],' +
  '["azure",["babbage-002"],1,null,0,0,null,null,1,"i0.4"],' +
  '["azure",["codestral"],2,null,0,0,null,null,3,"i0.3 o0.9"],' +
  '["azure",["codex-mini"],1,null,0,0,null,null,3,"i1.5 c0.375 o6"],' +
  '["azure",["codex-mini-latest"],1,null,0,0,null,null,4,"i1.5 c0.375 o6"],' +
  '["azure",["command-a"],3,null,0,0,null,null,3,"i2.5 o10"],' +
  '["azure",["command-r-plus"],3,null,-1,0,null,null,4,"i3 o15"],' +
  '["azure",["curie","davinci"],-1,null,-1,0,null,null,1,"i2"],' +
  '["azure",["davinci-002","text-curie","text-curie-001","text-davinci","text-davinci-002"],1,null,0,0,null,null,1,"i2"],' +
  '["azure",["deepseek-r1"],4,null,2,0,null,null,3,"i1.485 o5.94"],' +
  '["azure",["deepseek-v3-0324"],4,null,0,0,null,null,3,"i1.14 o4.56"],' +
  '["azure",["deepseek-v3-0324"],4,null,2,0,null,null,3,"i1.25 o5"],' +
  '["azure",["deepseek-v3.2","deepseek-v3.2-sp"],4,null,0,0,null,null,3,"i0.58 o1.68"],' +
  '["azure",["embed-v-4-0"],-1,null,-1,0,null,null,4,"i0.12"],' +
  '["azure",["embed-v3-english","embed-v3-multilingual"],3,null,-1,0,null,null,4,"i0.1"],' +
  '["azure",["embed-v4"],3,null,1,0,null,null,3,"i0.132"],' +
  '["azure",["embed-v4"],3,"eu",0,0,null,null,3,"i0.47"],' +
  '["azure",["embed-v4"],3,"norwayeast",0,0,null,null,3,"i0.12"],' +
  '["azure",["embed-v4"],3,"us-gov",0,0,null,null,3,"i0.15"],' +
  '["azure",["gpt-3.5-turbo"],1,null,2,0,null,null,3,"i1.5 o2"],' +
  '["azure",["gpt-3.5-turbo-0125"],1,null,0,0,null,null,4,"i0.5 o1.5"],' +
  '["azure",["gpt-3.5-turbo-0613"],1,null,0,0,null,null,4,"i1.5 o2"],' +
  '["azure",["gpt-3.5-turbo-1106"],1,null,0,0,null,null,4,"i1 o2"],' +
  '["azure",["gpt-3.5-turbo-16k","gpt-3.5-turbo-16k-0613"],1,null,0,0,null,null,4,"i3 o4"],' +
  '["azure",["gpt-4"],1,null,0,0,null,null,5,"i30 o60"],' +
  '["azure",["gpt-4-0125-preview","gpt-4-1106-preview","gpt-4-turbo-2024-04-09"],1,null,0,0,null,null,4,"i10 o30"],' +
  '["azure",["gpt-4-0613"],1,null,0,0,null,null,4,"i30 o60"],' +
  '["azure",["gpt-4-32k","gpt-4-32k-0613"],1,null,0,0,null,null,4,"i60 o120"],' +
  '["azure",["gpt-4-turbo"],1,null,0,0,null,null,3,"i10 o30"],' +
  '["azure",["gpt-4-turbo-vision-preview"],1,null,-1,0,null,null,4,"i10 o30"],' +
  '["azure",["gpt-4.1"],1,null,0,1,null,null,5,"i1 o4"],' +
  '["azure",["gpt-4.1"],1,null,0,0,null,null,5,"i2 c0.5 o8"],' +
  '["azure",["gpt-4.1"],1,"us",2,0,null,null,3,"i2.2 o8.8"],' +
  '["azure",["gpt-4.1-2025-04-14"],1,null,0,1,null,null,4,"i1 o4"],' +
  '["azure",["gpt-4.1-2025-04-14"],1,null,0,0,null,null,4,"i2 c0.5 o8"],' +
  '["azure",["gpt-4.1-mini"],1,null,0,1,null,null,3,"i0.2 o0.8"],' +
  '["azure",["gpt-4.1-mini"],1,null,0,0,null,null,5,"i0.4 c0.1 o1.6"],' +
  '["azure",["gpt-4.1-mini-2025-04-14"],1,null,0,1,null,null,4,"i0.2 o0.8"],' +
  '["azure",["gpt-4.1-mini-2025-04-14"],1,null,0,0,null,null,4,"i0.4 c0.1 o1.6"],' +
  '["azure",["gpt-4.1-nano"],1,null,0,1,null,null,3,"i0.05 o0.2"],' +
  '["azure",["gpt-4.1-nano"],1,null,1,0,null,null,3,"i0.11 o0.44"],' +
  '["azure",["gpt-4.1-nano"],1,null,0,0,null,null,5,"i0.1 c0.025 o0.4"],' +
  '["azure",["gpt-4.1-nano-2025-04-14"],1,null,0,1,null,null,4,"i0.05 o0.2"],' +
  '["azure",["gpt-4.1-nano-2025-04-14"],1,null,0,0,null,null,4,"i0.1 c0.025 o0.4"],' +
  '["azure",["gpt-4.5-preview"],1,null,0,1,null,null,4,"i37.5 o75"],' +
  '["azure",["gpt-4.5-preview"],1,null,0,0,null,null,4,"i75 c37.5 o150"],' +
  '["azure",["gpt-4o"],1,null,0,0,null,null,4,"i2.5 c1.25 o10"],' +
  '["azure",["gpt-4o-2024-05-13"],1,null,0,1,null,null,3,"i2.5 o7.5"],' +
  '["azure",["gpt-4o-2024-05-13"],1,null,0,0,null,null,3,"i5 o15"],' +
  '["azure",["gpt-4o-2024-08-06"],1,null,1,1,null,null,3,"i1.375 o5.5"],' +
  '["azure",["gpt-4o-2024-08-06","gpt-4o-2024-11-20"],1,null,0,1,null,null,3,"i1.25 o5"],' +
  '["azure",["gpt-4o-2024-08-06"],1,null,1,0,null,null,3,"i2.75 c1.375 o11"],' +
  '["azure",["gpt-4o-2024-08-06","gpt-4o-2024-11-20"],1,null,0,0,null,null,3,"i2.5 c1.25 o10"],' +
  '["azure",["gpt-4o-2024-11-20"],1,null,2,0,null,null,4,"i2.75 c1.25 o11"],' +
  '["azure",["gpt-4o-2024-11-20"],1,"us",2,0,null,null,3,"i2.75 c1.375 o11"],' +
  '["azure",["gpt-4o-audio-preview-2024-12-17"],1,null,0,0,null,null,4,"i2.5 o10 a40 A80"],' +
  '["azure",["gpt-4o-mini"],1,null,0,0,null,null,4,"i0.15 o0.6"],' +
  '["azure",["gpt-4o-mini","gpt-4o-mini-2024-07-18"],1,null,2,0,null,null,4,"i0.165 c0.075 o0.66"],' +
  '["azure",["gpt-4o-mini-realtime-preview-2024-12-17"],1,"eu",1,0,null,null,4,"i0.66 c0.33 o2.64 a11 A22"],' +
  '["azure",["gpt-4o-mini-realtime-preview-2024-12-17"],1,"us",1,0,null,null,4,"i0.66 c0.33 o2.64 a11 A22"],' +
  '["azure",["gpt-4o-mini-realtime-preview-2024-12-17"],1,null,0,0,null,null,4,"i0.6 c0.3 o2.4 a10 A20"],' +
  '["azure",["gpt-4o-mini-transcribe"],1,null,0,0,null,null,5,"i1.25 o5 a3"],' +
  '["azure",["gpt-4o-mini-transcribe-2025-12-15"],1,null,0,0,null,null,3,"i1.25 o5"],' +
  '["azure",["gpt-4o-realtime-2024-12-17"],1,null,1,0,null,null,3,"i5.5 c2.75 o22"],' +
  '["azure",["gpt-4o-realtime-2024-12-17"],1,null,0,0,null,null,3,"i5 c2.5 o20"],' +
  '["azure",["gpt-4o-realtime-preview-2024-10-01"],1,"eu",1,0,null,null,4,"i5.5 c2.75 o22 a110 A220"],' +
  '["azure",["gpt-4o-realtime-preview-2024-10-01"],1,"us",1,0,null,null,4,"i5.5 c2.75 o22 a110 A220"],' +
  '["azure",["gpt-4o-realtime-preview-2024-10-01"],1,null,0,0,null,null,4,"i5 c2.5 o20 a100 A200"],' +
  '["azure",["gpt-4o-realtime-preview-2024-12-17"],1,"eu",1,0,null,null,4,"i5.5 c2.75 o22 a44 A80"],' +
  '["azure",["gpt-4o-realtime-preview-2024-12-17"],1,"us",1,0,null,null,4,"i5.5 c2.75 o22 a44 A80"],' +
  '["azure",["gpt-4o-realtime-preview-2024-12-17"],1,null,0,0,null,null,4,"i5 c2.5 o20 a40 A80"],' +
  '["azure",["gpt-4o-transcribe"],1,null,0,0,null,null,5,"i2.5 o10 a6"],' +
  '["azure",["gpt-4o-transcribe-diarize"],1,null,0,0,null,null,3,"i2.5 o10"],' +
  '["azure",["gpt-5"],1,null,1,0,null,null,3,"i1.375 o11"],' +
  '["azure",["gpt-5","gpt-5-chat"],1,null,0,0,null,null,5,"i1.25 c0.125 o10"],' +
  '["azure",["gpt-5-2025-08-07","gpt-5-chat-latest"],1,null,0,0,null,null,4,"i1.25 c0.125 o10"],' +
  '["azure",["gpt-5-mini"],1,null,0,1,null,null,3,"i0.125 c0.0125 o1"],' +
  '["azure",["gpt-5-mini"],1,null,0,0,null,null,5,"i0.25 c0.025 o2"],' +
  '["azure",["gpt-5-mini-2025-08-07"],1,null,0,0,null,null,4,"i0.25 c0.025 o2"],' +
  '["azure",["gpt-5-nano"],1,null,0,0,null,null,5,"i0.05 c0.005 o0.4"],' +
  '["azure",["gpt-5-nano-2025-08-07"],1,null,0,0,null,null,4,"i0.05 c0.005 o0.4"],' +
  '["azure",["gpt-5-pro"],1,null,0,1,null,null,3,"i7.5 o60"],' +
  '["azure",["gpt-5-pro"],1,null,1,0,null,null,3,"i16.5 o132"],' +
  '["azure",["gpt-5.2"],1,null,0,1,null,null,3,"i0.875 o7"],' +
  '["azure",["gpt-5.2-chat","gpt-5.2-chat-2026-02-10"],1,null,0,0,null,null,3,"i1.75 c0.175 o14"],' +
  '["azure",["gpt-5.2-codex"],1,null,0,0,null,null,3,"i1.75 o14"],' +
  '["azure",["gpt-image-1.5"],1,null,0,0,null,null,3,"i5 c1.25 o10"],' +
  '["azure",["gpt-oss-120b"],1,null,1,0,null,null,3,"i0.165 o0.66"],' +
  '["azure",["gpt-oss-120b"],1,null,0,0,null,null,3,"i0.15 o0.6"],' +
  '["azure",["gpt-realtime-2025-08-28"],1,null,0,0,null,null,3,"i4 o16"],' +
  '["azure",["gpt-realtime-mini"],1,null,0,0,null,null,3,"i0.6 o2.4"],' +
  '["azure",["grok-3"],5,null,0,0,null,null,3,"i3 o15"],' +
  '["azure",["grok-3-mini"],5,null,2,0,null,null,4,"i0.275 o1.38"],' +
  '["azure",["grok-4-fast"],5,null,0,0,null,null,3,"i0.2 o0.5"],' +
  '["azure",["grok-code-fast-1"],5,null,1,0,null,null,3,"i0.32 o1.65"],' +
  '["azure",["grok-code-fast-1"],5,null,0,0,null,null,3,"i0.2 o1.5"],' +
  '["azure",["jamba-instruct"],6,null,-1,0,null,null,4,"i0.5 o0.7"],' +
  '["azure",["kimi-k2-thinking"],7,null,1,0,null,null,3,"i0.66 o2.75"],' +
  '["azure",["kimi-k2-thinking"],7,null,0,0,null,null,3,"i0.6 o2.5"],' +
  '["azure",["llama-3.1-405b-instruct"],8,null,-1,0,null,null,4,"i5.33 o16"],' +
  '["azure",["llama-3.1-70b-instruct"],8,null,-1,0,null,null,4,"i2.68 o3.54"],' +
  '["azure",["llama-3.1-8b-instruct"],8,null,-1,0,null,null,4,"i0.3 o0.61"],' +
  '["azure",["llama-3.2-11b-vision-instruct"],8,null,-1,0,null,null,4,"i0.37 o0.37"],' +
  '["azure",["llama-3.2-90b-vision-instruct"],8,null,-1,0,null,null,4,"i2.04 o2.04"],' +
  '["azure",["llama-3.3-70b"],8,null,0,0,null,null,3,"i0.71 o0.71"],' +
  '["azure",["llama-3.3-70b"],8,null,2,0,null,null,3,"i0.859 o0.859"],' +
  '["azure",["llama-3.3-70b-instruct"],8,null,-1,0,null,null,4,"i0.71 o0.71"],' +
  '["azure",["llama-4-maverick-17b"],8,null,0,0,null,null,3,"i0.25 o1"],' +
  '["azure",["llama-4-maverick-17b"],8,null,2,0,null,null,3,"i0.303 o1.1"],' +
  '["azure",["llama-4-scout-17b-16e-instruct"],8,null,-1,0,null,null,4,"i0.2 o0.78"],' +
  '["azure",["mai-ds-r1"],9,null,2,0,null,null,3,"i1.485 o5.94"],' +
  '["azure",["ministral-3b"],2,null,-1,0,null,null,4,"i0.04 o0.04"],' +
  '["azure",["mistral-large"],2,null,-1,0,null,null,4,"i4 o12"],' +
  '["azure",["mistral-large-2402","mistral-large-latest"],2,null,-1,0,null,null,4,"i8 o24"],' +
  '["azure",["mistral-large-2407"],2,null,-1,0,null,null,4,"i2 o6"],' +
  '["azure",["mistral-medium-2505"],2,null,-1,0,null,null,4,"i0.4 o2"],' +
  '["azure",["mistral-nemo"],2,null,-1,0,null,null,4,"i0.15 o0.15"],' +
  '["azure",["mistral-small","mistral-small-2503"],2,null,-1,0,null,null,4,"i1 o3"],' +
  '["azure",["o1"],1,null,0,1,null,null,3,"i7.5 o30"],' +
  '["azure",["o1","o1-2024-12-17","o1-preview","o1-preview-2024-09-12"],1,null,0,0,null,null,1,"i15 c7.5 o60"],' +
  '["azure",["o1-2024-12-17"],1,null,1,0,null,null,3,"i16.5 c8.25 o66"],' +
  '["azure",["o1-mini","o3-mini-2025-01-31","o4-mini-2025-04-16"],1,null,0,1,null,null,3,"i0.55 o2.2"],' +
  '["azure",["o1-mini","o1-mini-2024-09-12","o3-mini","o3-mini-2025-01-31"],1,null,0,0,null,null,1,"i1.1 c0.55 o4.4"],' +
  '["azure",["o1-mini"],1,null,2,0,null,null,5,"i1.21 c0.605 o4.84"],' +
  '["azure",["o1-mini-2024-09-12"],1,"eu",1,0,null,null,4,"i1.21 c0.605 o4.84"],' +
  '["azure",["o1-mini-2024-09-12"],1,"us",1,0,null,null,4,"i1.21 c0.605 o4.84"],' +
  '["azure",["o1-preview-2024-09-12"],1,"eu",1,0,null,null,4,"i16.5 c8.25 o66"],' +
  '["azure",["o1-preview-2024-09-12"],1,"us",1,0,null,null,4,"i16.5 c8.25 o66"],' +
  '["azure",["o1-pro"],1,null,0,1,null,null,3,"i75 o300"],' +
  '["azure",["o1-pro"],1,null,2,0,null,null,3,"i181.5 o660"],' +
  '["azure",["o3","o3-2025-04-16"],1,null,0,0,null,null,1,"i2 c0.5 o8"],' +
  '["azure",["o3-2025-04-16"],1,null,0,1,null,null,3,"i1 o4"],' +
  '["azure",["o3-deep-research"],1,null,0,0,null,null,4,"i10 c2.5 o40"],' +
  '["azure",["o3-mini-2025-01-31"],1,null,1,1,null,null,3,"i0.605 o2.42"],' +
  '["azure",["o3-mini-2025-01-31"],1,"eu",1,1,null,null,4,"i0.605 o2.42"],' +
  '["azure",["o3-mini-2025-01-31"],1,"us",1,1,null,null,4,"i0.605 o2.42"],' +
  '["azure",["o3-pro"],1,null,0,1,null,null,3,"i10 o40"],' +
  '["azure",["o3-pro"],1,null,0,0,null,null,5,"i20 o80"],' +
  '["azure",["o3-pro-2025-06-10"],1,null,0,1,null,null,4,"i10 o40"],' +
  '["azure",["o3-pro-2025-06-10"],1,null,0,0,null,null,4,"i20 o80"],' +
  '["azure",["o4-mini","o4-mini-2025-04-16"],1,null,0,0,null,null,1,"i1.1 c0.28 o4.4"],' +
  '["azure",["phi-3-medium-128k-instruct"],9,null,-1,0,null,null,1,"i1 o1"],' +
  '["azure",["phi-3-mini-128k-instruct","phi-3.5-mini-128k-instruct"],9,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["azure",["phi-3.5-mini-instruct","phi-3.5-vision-instruct"],9,null,-1,0,null,null,4,"i0.13 o0.52"],' +
  '["azure",["phi-3.5-moe-instruct"],9,null,-1,0,null,null,4,"i0.16 o0.64"],' +
  '["azure",["phi-3.5-v-128k-instruct"],9,null,2,0,null,null,3,"i0.13 o0.52"],' +
  '["azure",["phi-4"],9,null,-1,0,null,null,1,"i0.07 o0.14"],' +
  '["azure",["phi-4-mini-instruct"],9,null,-1,0,null,null,1,"i0.08 o0.35"],' +
  '["azure",["phi-4-multimodal-instruct"],9,null,-1,0,null,null,1,"i0.05 o0.1"],' +
  '["azure",["phi-4-reasoning-plus"],9,null,-1,0,null,null,1,"i0.07 o0.35"],' +
  '["azure",["text-embedding-3-large"],1,null,1,0,null,null,3,"i0.143"],' +
  '["azure",["text-embedding-3-large"],1,null,0,0,null,null,1,"i0.13"],' +
  '["azure",["text-embedding-3-small"],1,null,0,0,null,null,1,"i0.02"],' +
  '["azure",["text-embedding-3-small"],1,"australiaeast",2,0,null,null,3,"i0.022"],' +
  '["azure",["text-embedding-3-small"],1,"eu",2,0,null,null,3,"i0.025"],' +
  '["azure",["text-embedding-ada-002"],1,null,0,0,null,null,1,"i0.1"],' +
  '["azure",["text-embedding-ada-002"],1,null,2,0,null,null,3,"i0.11"],' +
  '["azure",["wizardlm-2-8x22b"],-1,null,-1,0,null,null,1,"i0.48 o0.48"],' +
  '["bedrock",["claude-1","claude-2","claude-2.1"],0,null,-1,0,null,null,4,"i8 o24"],' +
  '["bedrock",["claude-3-5-haiku-20241022"],0,null,4,0,null,null,1,"i0.8 c0.08 w1 o4"],' +
  '["bedrock",["claude-3-5-haiku-20241022"],0,null,3,0,null,null,1,"i0.8 c0.08 w1 o4"],' +
  '["bedrock",["claude-3-5-sonnet-20240620","claude-3-5-sonnet-20241022","claude-3-7-sonnet-20250219","claude-3-sonnet-20240229","claude-sonnet-4-20250514"],0,null,4,0,null,null,1,"i3 c0.3 w3.75 o15"],' +
  '["bedrock",["claude-3-5-sonnet-20240620","claude-3-5-sonnet-20241022","claude-3-7-sonnet-20250219","claude-3-sonnet-20240229","claude-sonnet-4-20250514"],0,null,3,0,null,null,1,"i3 c0.3 w3.75 o15"],' +
  '["bedrock",["claude-3-5-sonnet-20240620"],0,"us-gov-east-1",3,0,null,null,4,"i3.6 o18"],' +
  '["bedrock",["claude-3-5-sonnet-20240620"],0,"us-gov-west-1",3,0,null,null,4,"i3.6 o18"],' +
  '["bedrock",["claude-3-5-sonnet-latest"],0,null,-1,0,null,null,4,"i3 o15"],' +
  '["bedrock",["claude-3-haiku-20240307"],0,null,4,0,null,null,1,"i0.25 o1.25"],' +
  '["bedrock",["claude-3-haiku-20240307"],0,null,3,0,null,null,1,"i0.25 o1.25"],' +
  '["bedrock",["claude-3-haiku-20240307"],0,"us-gov-east-1",3,0,null,null,4,"i0.3 o1.5"],' +
  '["bedrock",["claude-3-haiku-20240307"],0,"us-gov-west-1",3,0,null,null,4,"i0.3 o1.5"],' +
  '["bedrock",["claude-3-opus-20240229"],0,null,4,0,null,null,1,"i15 o75"],' +
  '["bedrock",["claude-3-opus-20240229"],0,null,3,0,null,null,1,"i15 o75"],' +
  '["bedrock",["claude-fable-5"],0,null,4,0,null,null,1,"i11 c1.1 w13.75 o55"],' +
  '["bedrock",["claude-fable-5"],0,null,0,0,null,null,1,"i10 c1 w12.5 o50"],' +
  '["bedrock",["claude-fable-5"],0,null,3,0,null,null,1,"i11 c1.1 w13.75 o55"],' +
  '["bedrock",["claude-fable-5-1"],0,null,4,0,null,null,1,"i11 c0.275 w13.75 o55"],' +
  '["bedrock",["claude-fable-5-1"],0,null,0,0,null,null,1,"i10 c0.25 w12.5 o50"],' +
  '["bedrock",["claude-fable-5-1"],0,null,3,0,null,null,1,"i11 c0.275 w13.75 o55"],' +
  '["bedrock",["claude-haiku-4-5-20251001"],0,null,4,0,null,null,1,"i1.1 c0.11 w1.375 o5.5"],' +
  '["bedrock",["claude-haiku-4-5-20251001"],0,null,0,0,null,null,1,"i1 c0.1 w1.25 o5"],' +
  '["bedrock",["claude-haiku-4-5-20251001"],0,null,3,0,null,null,1,"i1.1 c0.11 w1.375 o5.5"],' +
  '["bedrock",["claude-instant"],0,null,-1,0,null,null,4,"i0.8 o2.4"],' +
  '["bedrock",["claude-opus-4-1-20250805","claude-opus-4-20250514"],0,null,4,0,null,null,1,"i15 c1.5 w18.75 o75"],' +
  '["bedrock",["claude-opus-4-1-20250805","claude-opus-4-20250514"],0,null,3,0,null,null,1,"i15 c1.5 w18.75 o75"],' +
  '["bedrock",["claude-opus-4-5","claude-opus-4-6","claude-opus-4-7","claude-opus-4-8","claude-opus-5"],0,null,4,0,null,null,1,"i5.5 c0.55 w6.875 o27.5"],' +
  '["bedrock",["claude-opus-4-5","claude-opus-4-6","claude-opus-4-7","claude-opus-4-8","claude-opus-5"],0,null,0,0,null,null,1,"i5 c0.5 w6.25 o25"],' +
  '["bedrock",["claude-opus-4-5","claude-opus-4-6","claude-opus-4-7","claude-opus-4-8","claude-opus-5"],0,null,3,0,null,null,1,"i5.5 c0.55 w6.875 o27.5"],' +
  '["bedrock",["claude-opus-5-5"],0,null,4,0,null,null,1,"i4.4 c0.22 w5.5 W8.8 o22"],' +
  '["bedrock",["claude-opus-5-5"],0,null,0,0,null,null,1,"i4 c0.2 w5 W8 o20"],' +
  '["bedrock",["claude-opus-5-5"],0,null,3,0,null,null,1,"i4.4 c0.22 w5.5 W8.8 o22"],' +
  '["bedrock",["claude-sonnet-4-20250514","claude-sonnet-4-5-20250929","claude-sonnet-4-6"],0,null,0,0,null,null,1,"i3 c0.3 w3.75 o15"],' +
  '["bedrock",["claude-sonnet-4-5-20250929","claude-sonnet-4-6"],0,null,4,0,null,null,1,"i3.3 c0.33 w4.125 o16.5"],' +
  '["bedrock",["claude-sonnet-4-5-20250929","claude-sonnet-4-6"],0,null,3,0,null,null,1,"i3.3 c0.33 w4.125 o16.5"],' +
  '["bedrock",["claude-sonnet-5"],0,null,4,0,null,null,1,"i2.2 c0.22 w2.75 o11"],' +
  '["bedrock",["claude-sonnet-5"],0,null,0,0,null,null,1,"i2 c0.2 w2.5 o10"],' +
  '["bedrock",["claude-sonnet-5"],0,null,3,0,null,null,1,"i2.2 c0.22 w2.75 o11"],' +
  '["bedrock",["command-light-text-v14"],3,null,-1,0,null,null,4,"i0.3 o0.6"],' +
  '["bedrock",["command-r"],3,null,-1,0,null,null,4,"i0.5 o1.5"],' +
  '["bedrock",["command-r-plus"],3,null,-1,0,null,null,4,"i3 o15"],' +
  '["bedrock",["command-text-v14"],3,null,-1,0,null,null,4,"i1.5 o2"],' +
  '["bedrock",["devstral-2-123b"],2,null,-1,0,null,null,1,"i0.4 o2"],' +
  '["bedrock",["embed-english-v3","embed-multilingual-v3"],3,null,-1,0,null,null,4,"i0.1"],' +
  '["bedrock",["gemma-3-12b-it"],10,null,-1,0,null,null,1,"i0.09 o0.29"],' +
  '["bedrock",["gemma-3-27b-it"],10,null,-1,0,null,null,1,"i0.23 o0.38"],' +
  '["bedrock",["gemma-3-4b-it"],10,null,-1,0,null,null,1,"i0.04 o0.08"],' +
  '["bedrock",["gpt-5.4"],1,null,4,0,null,null,1,"i2.75 c0.275 o16.5"],' +
  '["bedrock",["gpt-5.4"],1,null,3,0,null,null,1,"i2.75 c0.275 o16.5"],' +
  '["bedrock",["gpt-5.5"],1,null,4,0,null,null,1,"i5.5 c0.55 o33"],' +
  '["bedrock",["gpt-5.5"],1,null,3,0,null,null,1,"i5.5 c0.55 o33"],' +
  '["bedrock",["gpt-5.6-luna"],1,null,4,0,null,"2026-07-30",1,"i1.1 c0.11 w1.375 o6.6"],' +
  '["bedrock",["gpt-5.6-luna"],1,null,4,0,"2026-07-30",null,1,"i0.22 c0.022 w0.275 o1.32|271999 i0.44 c0.044 w0.55 o1.98"],' +
  '["bedrock",["gpt-5.6-luna"],1,null,0,0,null,null,1,"i0.2 c0.02 w0.25 o1.2|271999 i0.4 c0.04 w0.5 o1.8"],' +
  '["bedrock",["gpt-5.6-luna"],1,null,3,0,null,"2026-07-30",1,"i1.1 c0.11 w1.375 o6.6"],' +
  '["bedrock",["gpt-5.6-luna"],1,null,3,0,"2026-07-30",null,1,"i0.22 c0.022 w0.275 o1.32|271999 i0.44 c0.044 w0.55 o1.98"],' +
  '["bedrock",["gpt-5.6-sol"],1,null,4,0,null,"2026-08-21",1,"i5.5 c0.55 w6.875 o33|271999 i11 c1.1 w13.75 o49.5"],' +
  '["bedrock",["gpt-5.6-sol"],1,null,4,0,"2026-08-21",null,1,"i4.4 c0.44 w5.5 o22|271999 i8.8 c0.88 w11 o33"],' +
  '["bedrock",["gpt-5.6-sol"],1,null,0,0,null,"2026-08-21",1,"i5 c0.5 w6.25 o30|271999 i10 c1 w12.5 o45"],' +
  '["bedrock",["gpt-5.6-sol"],1,null,0,0,"2026-08-21",null,1,"i4 c0.4 w5 o20|271999 i8 c0.8 w10 o30"],' +
  '["bedrock",["gpt-5.6-sol"],1,null,3,0,null,"2026-08-21",1,"i5.5 c0.55 w6.875 o33|271999 i11 c1.1 w13.75 o49.5"],' +
  '["bedrock",["gpt-5.6-sol"],1,null,3,0,"2026-08-21",null,1,"i4.4 c0.44 w5.5 o22|271999 i8.8 c0.88 w11 o33"],' +
  '["bedrock",["gpt-5.6-terra"],1,null,4,0,null,"2026-07-30",1,"i2.75 c0.275 w3.4375 o16.5"],' +
  '["bedrock",["gpt-5.6-terra"],1,null,4,0,"2026-07-30",null,1,"i2.2 c0.22 w2.75 o13.2|271999 i4.4 c0.44 w5.5 o19.8"],' +
  '["bedrock",["gpt-5.6-terra"],1,null,0,0,null,null,1,"i2 c0.2 w2.5 o12|271999 i4 c0.4 w5 o18"],' +
  '["bedrock",["gpt-5.6-terra"],1,null,3,0,null,"2026-07-30",1,"i2.75 c0.275 w3.4375 o16.5"],' +
  '["bedrock",["gpt-5.6-terra"],1,null,3,0,"2026-07-30",null,1,"i2.2 c0.22 w2.75 o13.2|271999 i4.4 c0.44 w5.5 o19.8"],' +
  '["bedrock",["gpt-oss-120b","gpt-oss-120b-1"],1,null,-1,0,null,null,1,"i0.15 o0.6"],' +
  '["bedrock",["gpt-oss-20b","gpt-oss-20b-1"],1,null,-1,0,null,null,1,"i0.07 o0.3"],' +
  '["bedrock",["in.openai.gpt-5.6-luna"],-1,null,4,0,null,"2026-07-30",1,"i1.1 c0.11 w1.375 o6.6"],' +
  '["bedrock",["in.openai.gpt-5.6-luna"],-1,null,4,0,"2026-07-30",null,1,"i0.22 c0.022 w0.275 o1.32|271999 i0.44 c0.044 w0.55 o1.98"],' +
  '["bedrock",["in.openai.gpt-5.6-luna"],-1,null,3,0,null,"2026-07-30",1,"i1.1 c0.11 w1.375 o6.6"],' +
  '["bedrock",["in.openai.gpt-5.6-luna"],-1,null,3,0,"2026-07-30",null,1,"i0.22 c0.022 w0.275 o1.32|271999 i0.44 c0.044 w0.55 o1.98"],' +
  '["bedrock",["in.openai.gpt-5.6-terra"],-1,null,4,0,null,"2026-07-30",1,"i2.75 c0.275 w3.4375 o16.5"],' +
  '["bedrock",["in.openai.gpt-5.6-terra"],-1,null,4,0,"2026-07-30",null,1,"i2.2 c0.22 w2.75 o13.2|271999 i4.4 c0.44 w5.5 o19.8"],' +
  '["bedrock",["in.openai.gpt-5.6-terra"],-1,null,3,0,null,"2026-07-30",1,"i2.75 c0.275 w3.4375 o16.5"],' +
  '["bedrock",["in.openai.gpt-5.6-terra"],-1,null,3,0,"2026-07-30",null,1,"i2.2 c0.22 w2.75 o13.2|271999 i4.4 c0.44 w5.5 o19.8"],' +
  '["bedrock",["j2-mid-v1"],6,null,-1,0,null,null,4,"i12.5 o12.5"],' +
  '["bedrock",["j2-ultra-v1"],6,null,-1,0,null,null,4,"i18.8 o18.8"],' +
  '["bedrock",["jamba-1-5-large"],6,null,-1,0,null,null,4,"i2 o8"],' +
  '["bedrock",["jamba-1-5-mini"],6,null,-1,0,null,null,4,"i0.2 o0.4"],' +
  '["bedrock",["jamba-instruct"],6,null,-1,0,null,null,4,"i0.5 o0.7"],' +
  '["bedrock",["llama-2-13b-chat-v1"],8,null,-1,0,null,null,4,"i0.75 o1"],' +
  '["bedrock",["llama-2-70b-chat-v1"],8,null,-1,0,null,null,4,"i1.95 o2.56"],' +
  '["bedrock",["llama-3-70b-instruct"],8,null,-1,0,null,null,1,"i2.65 o3.5"],' +
  '["bedrock",["llama-3-70b-instruct"],8,"ap-south-1",3,0,null,null,4,"i3.18 o4.2"],' +
  '["bedrock",["llama-3-70b-instruct"],8,"ca-central-1",3,0,null,null,4,"i3.05 o4.03"],' +
  '["bedrock",["llama-3-70b-instruct"],8,"eu-west-1",3,0,null,null,4,"i2.86 o3.78"],' +
  '["bedrock",["llama-3-70b-instruct"],8,"eu-west-2",3,0,null,null,4,"i3.45 o4.55"],' +
  '["bedrock",["llama-3-70b-instruct"],8,"sa-east-1",3,0,null,null,4,"i4.45 o5.88"],' +
  '["bedrock",["llama-3-8b-instruct"],8,null,-1,0,null,null,1,"i0.3 o0.6"],' +
  '["bedrock",["llama-3-8b-instruct"],8,"ap-south-1",3,0,null,null,4,"i0.36 o0.72"],' +
  '["bedrock",["llama-3-8b-instruct"],8,"ca-central-1",3,0,null,null,4,"i0.35 o0.69"],' +
  '["bedrock",["llama-3-8b-instruct"],8,"eu-west-1",3,0,null,null,4,"i0.32 o0.65"],' +
  '["bedrock",["llama-3-8b-instruct"],8,"eu-west-2",3,0,null,null,4,"i0.39 o0.78"],' +
  '["bedrock",["llama-3-8b-instruct"],8,"sa-east-1",3,0,null,null,4,"i0.5 o1.01"],' +
  '["bedrock",["llama-3.1-405b-instruct"],8,null,-1,0,null,null,4,"i5.32 o16"],' +
  '["bedrock",["llama-3.1-70b-instruct","llama-3.2-90b-instruct","llama-3.3-70b-instruct"],8,null,-1,0,null,null,1,"i0.72 o0.72"],' +
  '["bedrock",["llama-3.1-70b-instruct"],8,"us",4,0,null,null,4,"i0.99 o0.99"],' +
  '["bedrock",["llama-3.1-8b-instruct"],8,null,-1,0,null,null,1,"i0.22 o0.22"],' +
  '["bedrock",["llama-3.2-11b-instruct"],8,null,-1,0,null,null,1,"i0.16 o0.16"],' +
  '["bedrock",["llama-3.2-11b-instruct"],8,"us",4,0,null,null,4,"i0.35 o0.35"],' +
  '["bedrock",["llama-3.2-1b-instruct"],8,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["bedrock",["llama-3.2-1b-instruct"],8,"eu",4,0,null,null,4,"i0.13 o0.13"],' +
  '["bedrock",["llama-3.2-3b-instruct"],8,null,-1,0,null,null,1,"i0.15 o0.15"],' +
  '["bedrock",["llama-3.2-3b-instruct"],8,"eu",4,0,null,null,4,"i0.19 o0.19"],' +
  '["bedrock",["llama-3.2-90b-instruct"],8,"us",4,0,null,null,4,"i2 o2"],' +
  '["bedrock",["llama-4-maverick-17b-instruct"],8,null,-1,1,null,null,4,"i0.12 o0.485"],' +
  '["bedrock",["llama-4-maverick-17b-instruct"],8,"us",4,1,null,null,4,"i0.12 o0.485"],' +
  '["bedrock",["llama-4-maverick-17b-instruct"],8,null,-1,0,null,null,1,"i0.24 o0.97"],' +
  '["bedrock",["llama-4-scout-17b-instruct"],8,null,-1,1,null,null,4,"i0.085 o0.33"],' +
  '["bedrock",["llama-4-scout-17b-instruct"],8,"us",4,1,null,null,4,"i0.085 o0.33"],' +
  '["bedrock",["llama-4-scout-17b-instruct"],8,null,-1,0,null,null,1,"i0.17 o0.66"],' +
  '["bedrock",["magistral-small-2509","mistral-large-3-675b-instruct"],2,null,-1,0,null,null,1,"i0.5 o1.5"],' +
  '["bedrock",["ministral-3-14b-instruct"],2,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["bedrock",["ministral-3-3b-instruct"],2,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["bedrock",["ministral-3-8b-instruct"],2,null,-1,0,null,null,1,"i0.15 o0.15"],' +
  '["bedrock",["mistral-7b-instruct"],2,null,-1,0,null,null,1,"i0.15 o0.2"],' +
  '["bedrock",["mistral-7b-instruct"],2,"eu-west-3",3,0,null,null,4,"i0.2 o0.26"],' +
  '["bedrock",["mistral-large-2402"],2,null,-1,0,null,null,1,"i4 o12"],' +
  '["bedrock",["mistral-large-2402"],2,"eu-west-3",3,0,null,null,4,"i10.4 o31.2"],' +
  '["bedrock",["mistral-large-2402"],2,"us-east-1",3,0,null,null,4,"i8 o24"],' +
  '["bedrock",["mistral-large-2407"],2,null,-1,0,null,null,4,"i3 o9"],' +
  '["bedrock",["mistral-small-2402"],2,null,-1,0,null,null,1,"i1 o3"],' +
  '["bedrock",["mixtral-8x7b-instruct"],2,null,-1,0,null,null,1,"i0.45 o0.7"],' +
  '["bedrock",["mixtral-8x7b-instruct"],2,"eu-west-3",3,0,null,null,4,"i0.59 o0.91"],' +
  '["bedrock",["nemotron-nano-3-30b"],11,null,-1,0,null,null,1,"i0.06 o0.24"],' +
  '["bedrock",["nemotron-nano-9b"],11,null,-1,0,null,null,1,"i0.06 o0.23"],' +
  '["bedrock",["nemotron-super-3-120b"],11,null,-1,0,null,null,1,"i0.15 o0.65"],' +
  '["bedrock",["nova-2-lite"],12,null,4,0,null,null,1,"i0.33 c0.0825 o2.75"],' +
  '["bedrock",["nova-2-lite"],12,null,0,0,null,null,1,"i0.3 c0.075 o2.5"],' +
  '["bedrock",["nova-2-lite"],12,null,3,0,null,null,1,"i0.33 c0.0825 o2.75"],' +
  '["bedrock",["nova-2-sonic"],12,null,-1,0,null,null,1,"i0.33 o2.75 a3 A12"],' +
  '["bedrock",["nova-lite"],12,null,-1,0,null,null,1,"i0.06 c0.015 o0.24"],' +
  '["bedrock",["nova-lite"],12,"apac",4,0,null,null,4,"i0.063 o0.252"],' +
  '["bedrock",["nova-lite"],12,"eu",4,0,null,null,4,"i0.078 o0.312"],' +
  '["bedrock",["nova-micro"],12,null,-1,0,null,null,1,"i0.035 c0.00875 o0.14"],' +
  '["bedrock",["nova-micro"],12,"apac",4,0,null,null,4,"i0.037 o0.148"],' +
  '["bedrock",["nova-micro"],12,"eu",4,0,null,null,4,"i0.046 o0.184"],' +
  '["bedrock",["nova-premier"],12,null,-1,0,null,null,1,"i2.5 c0.625 o12.5"],' +
  '["bedrock",["nova-pro"],12,null,-1,0,null,null,1,"i0.8 c0.2 o3.2"],' +
  '["bedrock",["nova-pro"],12,"apac",4,0,null,null,4,"i0.84 o3.36"],' +
  '["bedrock",["nova-pro"],12,"eu",4,0,null,null,4,"i1.05 o4.2"],' +
  '["bedrock",["nova-pro"],12,"us-gov-east-1",3,0,null,null,4,"i0.96 o3.84"],' +
  '["bedrock",["nova-pro"],12,"us-gov-west-1",3,0,null,null,4,"i0.96 o3.84"],' +
  '["bedrock",["nova-sonic"],12,null,-1,0,null,null,1,"i0.06 o0.24 a3.4 A13.6"],' +
  '["bedrock",["palmyra-x4"],13,null,-1,0,null,null,1,"i2.5 o10"],' +
  '["bedrock",["palmyra-x5"],13,null,-1,0,null,null,1,"i0.6 o6"],' +
  '["bedrock",["pixtral-large-2502"],2,null,-1,0,null,null,1,"i2 o6"],' +
  '["bedrock",["qwen3-32b","qwen3-coder-30b-a3b"],14,null,-1,0,null,null,1,"i0.15 o0.6"],' +
  '["bedrock",["qwen3-coder-480b-a35b"],14,null,-1,0,null,null,1,"i0.45 o1.8"],' +
  '["bedrock",["qwen3-vl-235b-a22b"],14,null,-1,0,null,null,1,"i0.53 o2.66"],' +
  '["bedrock",["r1"],-1,null,-1,0,null,null,1,"i1.35 o5.4"],' +
  '["bedrock",["titan-embed-image-v1"],12,null,-1,0,null,null,4,"i0.8"],' +
  '["bedrock",["titan-embed-text","titan-embed-text-v1"],12,null,-1,0,null,null,1,"i0.1"],' +
  '["bedrock",["titan-embed-text-v2"],12,null,-1,0,null,null,4,"i0.2"],' +
  '["bedrock",["titan-text-express","titan-text-express-v1"],12,null,-1,0,null,null,1,"i0.2 o0.6"],' +
  '["bedrock",["titan-text-express-v1"],12,"us-gov-east-1",3,0,null,null,4,"i1.3 o1.7"],' +
  '["bedrock",["titan-text-lite","titan-text-lite-v1"],12,null,-1,0,null,null,1,"i0.15 o0.2"],' +
  '["bedrock",["titan-text-lite-v1"],12,"us-gov-east-1",3,0,null,null,4,"i0.3 o0.4"],' +
  '["bedrock",["titan-text-premier"],12,null,-1,0,null,null,4,"i0.5 o1.5"],' +
  '["bedrock",["voxtral-mini-3b-2507"],2,null,-1,0,null,null,1,"i0.04 o0.04"],' +
  '["bedrock",["voxtral-small-24b-2507"],2,null,-1,0,null,null,1,"i0.1 o0.3"],' +
  '["cohere",["aya-expanse-32b","aya-expanse-8b","c4ai-aya-expanse-32b","c4ai-aya-expanse-8b"],-1,null,-1,0,null,null,1,"i0.5 o1.5"],' +
  '["cohere",["command"],3,null,-1,0,null,null,1,"i1 o2"],' +
  '["cohere",["command-a","command-a-03-2025","command-r-plus","command-r-plus-08-2024"],3,null,-1,0,null,null,1,"i2.5 o10"],' +
  '["cohere",["command-light"],3,null,-1,0,null,null,1,"i0.3 o0.6"],' +
  '["cohere",["command-nightly"],3,null,-1,0,null,null,4,"i1 o2"],' +
  '["cohere",["command-r","command-r-08-2024"],3,null,-1,0,null,null,1,"i0.15 o0.6"],' +
  '["cohere",["command-r7b"],3,null,-1,0,null,null,1,"i0.0375 o0.15"],' +
  '["cohere",["embed-english-light-v2.0","embed-english-light-v3.0","embed-english-v2.0","embed-english-v3.0","embed-multilingual-v2.0","embed-multilingual-v3.0"],3,null,-1,0,null,null,4,"i0.1"],' +
  '["cohere",["embed-v4.0"],3,null,-1,0,null,null,1,"i0.12"],' +
  '["databricks",["claude-3-7-sonnet"],0,null,-1,0,null,null,4,"i2.5 o17.857"],' +
  '["databricks",["dbrx-instruct"],-1,null,-1,0,null,null,4,"i0.74998 o2.24901"],' +
  '["databricks",["llama-2-70b-chat"],8,null,-1,0,null,null,4,"i0.50001 o1.5"],' +
  '["databricks",["llama-3-70b-instruct","llama-3.1-70b-instruct","llama-3.3-70b-instruct"],8,null,-1,0,null,null,4,"i1.00002 o2.99999"],' +
  '["databricks",["llama-3.1-405b-instruct"],8,null,-1,0,null,null,4,"i5 o15.00002"],' +
  '["databricks",["llama-4-maverick"],8,null,-1,0,null,null,4,"i5 o15"],' +
  '["databricks",["mixtral-8x7b-instruct"],2,null,-1,0,null,null,4,"i0.50001 o0.99902"],' +
  '["databricks",["mpt-30b-instruct"],-1,null,-1,0,null,null,4,"i0.99902 o0.99902"],' +
  '["deepseek",["deepseek-chat"],4,null,-1,0,null,"2025-02-08",6,"i0.14 o0.28"],' +
  '["deepseek",["deepseek-chat"],4,null,-1,0,"2025-02-08",null,7,"i0.27 c0.07 o1.1"],' +
  '["deepseek",["deepseek-chat-v3-0324"],4,null,-1,0,null,null,7,"i0.27 c0.07 o1.1"],' +
  '["deepseek",["deepseek-coder"],4,null,-1,0,null,null,4,"i0.14 o0.28"],' +
  '["deepseek",["deepseek-r1","deepseek-r1-0528","deepseek-reasoner"],4,null,-1,0,null,null,7,"i0.55 c0.14 o2.19"],' +
  '["deepseek",["deepseek-v3"],4,null,-1,0,null,null,4,"i0.27 c0.07 w0 o1.1"],' +
  '["deepseek",["deepseek-v3.1-terminus"],4,null,-1,0,null,null,1,"i0.27 c0.13 o0.95"],' +
  '["deepseek",["deepseek-v3.2"],4,null,-1,0,null,null,1,"i0.2288 o0.3432"],' +
  '["deepseek",["deepseek-v3.2-exp"],4,null,-1,0,null,null,1,"i0.27 o0.41"],' +
  '["deepseek",["deepseek-v4-flash"],4,null,-1,0,null,"2026-08-17",7,"i0.14 c0.0028 o0.28"],' +
  '["deepseek",["deepseek-v4-flash"],4,null,-1,0,"2026-08-17",null,7,"i0.22 c0.007 o0.66"],' +
  '["deepseek",["deepseek-v4-pro"],4,null,-1,0,null,"2026-08-17",7,"i0.435 c0.003625 o0.87"],' +
  '["deepseek",["deepseek-v4-pro"],4,null,-1,0,"2026-08-17",null,7,"i0.66 c0.022 o1.98"],' +
  '["fireworks",["deepseek-coder-v2-instruct"],4,null,-1,0,null,null,4,"i1.2 o1.2"],' +
  '["fireworks",["deepseek-r1"],4,null,-1,0,null,null,4,"i3 o8"],' +
  '["fireworks",["deepseek-r1-0528"],4,null,-1,0,null,null,1,"i3 o8"],' +
  '["fireworks",["deepseek-r1-basic"],4,null,-1,0,null,null,4,"i0.55 o2.19"],' +
  '["fireworks",["deepseek-v3"],4,null,-1,0,null,null,4,"i0.9 o0.9"],' +
  '["fireworks",["deepseek-v3-0324"],4,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["fireworks",["deepseek-v3p1"],4,null,-1,0,null,null,4,"i0.56 o1.68"],' +
  '["fireworks",["deepseek-v3p2"],4,null,-1,0,null,null,1,"i0.56 c0.28 o1.68"],' +
  '["fireworks",["deepseek-v4-flash","deepseek-v4-flash-0731"],4,null,-1,0,null,null,1,"i0.14 c0.028 o0.28"],' +
  '["fireworks",["deepseek-v4-pro"],4,null,-1,0,null,null,1,"i1.74 c0.145 o3.48"],' +
  '["fireworks",["firefunction-v2","fireworks-ai-16.1b-to-80b","fireworks-ai-above-16b"],-1,null,-1,0,null,null,4,"i0.9 o0.9"],' +
  '["fireworks",["fireworks-ai-4.1b-to-16b","fireworks-ai-up-to-16b","fireworks-ai-up-to-4b"],-1,null,-1,0,null,null,4,"i0.2 o0.2"],' +
  '["fireworks",["fireworks-ai-56b-to-176b"],-1,null,-1,0,null,null,4,"i1.2 o1.2"],' +
  '["fireworks",["fireworks-ai-embedding-150m-to-350m"],-1,null,-1,0,null,null,4,"i0.016"],' +
  '["fireworks",["fireworks-ai-embedding-up-to-150m","nomic-embed-text-v1","nomic-embed-text-v1.5"],-1,null,-1,0,null,null,4,"i0.008"],' +
  '["fireworks",["fireworks-ai-moe-up-to-56b"],-1,null,-1,0,null,null,4,"i0.5 o0.5"],' +
  '["fireworks",["gemma-3-27b-it"],10,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["fireworks",["glm-4p5"],15,null,-1,0,null,null,4,"i0.55 o2.19"],' +
  '["fireworks",["glm-4p5-air"],15,null,-1,0,null,null,4,"i0.22 o0.88"],' +
  '["fireworks",["glm-4p7"],15,null,-1,0,null,null,1,"i0.6 o2.2"],' +
  '["fireworks",["glm-5p1"],15,null,-1,0,null,null,1,"i1.4 c0.26 o4.4"],' +
  '["fireworks",["glm-5p1-fast"],15,null,-1,0,null,null,1,"i2.8 c0.52 o8.8"],' +
  '["fireworks",["glm-5p2"],15,null,-1,0,null,null,1,"i1.4 c0.14 o4.4"],' +
  '["fireworks",["glm-5p2-fast","glm-5p2-fast-us"],15,null,-1,0,null,null,1,"i2.1 c0.21 o6.6"],' +
  '["fireworks",["gpt-oss-120b"],1,null,-1,0,null,null,1,"i0.15 c0.014 o0.6"],' +
  '["fireworks",["gpt-oss-20b"],1,null,-1,0,null,null,1,"i0.07 c0.035 o0.3"],' +
  '["fireworks",["inkling"],-1,null,-1,0,null,null,1,"i1 c0.17 o4.05"],' +
  '["fireworks",["kimi-k2-instruct"],7,null,-1,0,null,null,4,"i0.6 o2.5"],' +
  '["fireworks",["kimi-k2p5"],7,null,-1,0,null,null,1,"i0.6 c0.1 o3"],' +
  '["fireworks",["kimi-k2p6"],7,null,-1,0,null,null,1,"i0.95 c0.16 o4"],' +
  '["fireworks",["kimi-k2p6-fast"],7,null,-1,0,null,null,1,"i2 c0.3 o8"],' +
  '["fireworks",["kimi-k2p7-code"],7,null,-1,0,null,null,1,"i0.95 c0.19 o4"],' +
  '["fireworks",["kimi-k2p7-code-fast"],7,null,-1,0,null,null,1,"i1.9 c0.38 o8"],' +
  '["fireworks",["kimi-k3"],7,null,-1,0,null,null,1,"i3 c0.3 o15"],' +
  '["fireworks",["kimi-k3-fast"],7,null,-1,0,null,null,1,"i4.5 c0.45 o22.5"],' +
  '["fireworks",["kimi-k3-us"],7,null,-1,0,null,null,1,"i3.3 c0.33 o16.5"],' +
  '["fireworks",["llama-3.1-405b-instruct"],8,null,-1,0,null,null,4,"i3 o3"],' +
  '["fireworks",["llama-3.1-8b-instruct"],8,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["fireworks",["llama-3.2-11b-vision-instruct"],8,null,-1,0,null,null,4,"i0.2 o0.2"],' +
  '["fireworks",["llama-3.2-1b-instruct","llama-3.2-3b-instruct"],8,null,-1,0,null,null,4,"i0.1 o0.1"],' +
  '["fireworks",["llama-3.2-90b-vision-instruct"],8,null,-1,0,null,null,4,"i0.9 o0.9"],' +
  '["fireworks",["llama-4-maverick-instruct-basic"],8,null,-1,0,null,null,1,"i0.22 o0.88"],' +
  '["fireworks",["llama-4-scout-instruct-basic"],8,null,-1,0,null,null,4,"i0.15 o0.6"],' +
  '["fireworks",["minimax-m2p1"],16,null,-1,0,null,null,1,"i0.3 o1.2"],' +
  '["fireworks",["minimax-m2p7","minimax-m3"],16,null,-1,0,null,null,1,"i0.3 c0.06 o1.2"],' +
  '["fireworks",["mixtral-8x22b-instruct-hf"],2,null,-1,0,null,null,4,"i1.2 o1.2"],' +
  '["fireworks",["nemotron-3-ultra-nvfp4"],11,null,-1,0,null,null,1,"i0.6 c0.12 o2.4"],' +
  '["fireworks",["qwen2-72b-instruct","qwen2p5-coder-32b-instruct"],14,null,-1,0,null,null,4,"i0.9 o0.9"],' +
  '["fireworks",["qwen2p5-vl-72b-instruct"],14,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["fireworks",["qwen3-235b-a22b"],14,null,-1,0,null,null,1,"i0.22 o0.88"],' +
  '["fireworks",["qwen3p6-plus"],14,null,-1,0,null,null,1,"i0.5 c0.1 o3"],' +
  '["fireworks",["qwen3p7-plus"],14,null,-1,0,null,null,1,"i0.4 c0.08 o1.6"],' +
  '["fireworks",["yi-large"],-1,null,-1,0,null,null,4,"i3 o3"],' +
  '["gemini",["gemini-1.0-pro","gemini-1.0-pro-vision-001","gemini-pro"],10,null,-1,0,null,null,1,"i0.125 o0.375"],' +
  '["gemini",["gemini-1.0-pro-001"],10,null,-1,0,null,null,2,"i0.125 o0.375"],' +
  '["gemini",["gemini-1.0-pro-latest"],10,null,-1,0,null,null,2,"i0.25 o0.5"],' +
  '["gemini",["gemini-1.5-flash","gemini-1.5-flash-8b","gemini-1.5-flash-latest","gemini-flash-1.5"],10,null,-1,0,null,null,1,"i0.075 c0.01875 o0.3|128000 i0.15 c0.0375 o0.6"],' +
  '["gemini",["gemini-1.5-flash-001","gemini-1.5-flash-002"],10,null,-1,0,null,null,8,"i0.075 c0.01875 w1 o0.3|128000 i0.15 c0.0375 w1 o0.6"],' +
  '["gemini",["gemini-1.5-pro","gemini-1.5-pro-001","gemini-1.5-pro-002","gemini-1.5-pro-exp-0801","gemini-1.5-pro-latest","gemini-1.5-pro-preview-0215","gemini-1.5-pro-preview-0409","gemini-1.5-pro-preview-0514"],10,null,-1,0,null,null,1,"i1.25 o5|128000 i2.5 o10"],' +
  '["gemini",["gemini-2.0-flash","gemini-2.0-flash-0","gemini-2.0-flash-001","gemini-2.0-flash-exp","gemini-2.0-flash-latest","gemini-2.0-flash-thinking"],10,null,-1,0,null,null,1,"i0.1 c0.025 o0.4 a0.7"],' +
  '["gemini",["gemini-2.0-flash-lite","gemini-2.0-flash-lite-preview-02-05"],10,null,-1,0,null,null,8,"i0.075 c0.01875 o0.3 a0.075"],' +
  '["gemini",["gemini-2.0-flash-lite-001","gemini-2.0-flash-lite-preview"],10,null,-1,0,null,null,1,"i0.075 o0.3"],' +
  '["gemini",["gemini-2.0-flash-live-001"],10,null,-1,0,null,null,4,"i0.35 c0.075 o1.5 a2.1 A8.5"],' +
  '["gemini",["gemini-2.0-flash-preview-image-generation"],10,null,-1,0,null,null,4,"i0.1 c0.025 o0.4 a0.7"],' +
  '["gemini",["gemini-2.5-flash","gemini-2.5-flash-latest","gemini-2.5-flash-preview-09-2025"],10,null,-1,0,null,null,1,"i0.3 c0.03 o2.5 a1"],' +
  '["gemini",["gemini-2.5-flash-image"],10,null,-1,0,null,null,1,"i0.3 o2.5 P30"],' +
  '["gemini",["gemini-2.5-flash-image-preview"],10,null,-1,0,null,null,8,"i0.3 c0.075 o2.5 r2.5 a1 P30"],' +
  '["gemini",["gemini-2.5-flash-lite","gemini-2.5-flash-lite-preview-06-17"],10,null,-1,0,null,null,1,"i0.1 c0.01 o0.4 a0.3"],' +
  '["gemini",["gemini-2.5-flash-lite-preview-tts","gemini-2.5-flash-preview-tts","gemini-2.5-flash-tts"],10,null,-1,0,null,null,1,"i0.5 o10"],' +
  '["gemini",["gemini-2.5-flash-native-audio-latest","gemini-2.5-flash-native-audio-preview"],10,null,-1,0,null,null,1,"i0.5 o2 a3 A12"],' +
  '["gemini",["gemini-2.5-flash-preview","gemini-2.5-flash-preview-05-20"],10,null,-1,0,null,null,1,"i0.15 o0.6"],' +
  '["gemini",["gemini-2.5-flash-preview-04-17"],10,null,-1,0,null,null,8,"i0.15 c0.0375 o0.6 r3.5 a1"],' +
  '["gemini",["gemini-2.5-pro","gemini-2.5-pro-exp-03-25","gemini-2.5-pro-preview-03-25","gemini-2.5-pro-preview-05-06","gemini-2.5-pro-preview-06-05"],10,null,-1,0,null,null,1,"i1.25 c0.125 o10|200000 i2.5 c0.25 o15"],' +
  '["gemini",["gemini-2.5-pro-preview-tts","gemini-2.5-pro-tts"],10,null,-1,0,null,null,1,"i1 o20"],' +
  '["gemini",["gemini-3-1-pro-preview"],10,null,-1,0,null,null,6,"i2 o12"],' +
  '["gemini",["gemini-3-flash-preview"],10,null,-1,1,null,null,9,"i0.25 o1.5"],' +
  '["gemini",["gemini-3-flash-preview"],10,null,-1,0,null,null,1,"i0.5 c0.05 o3 a1"],' +
  '["gemini",["gemini-3-pro-image","gemini-3-pro-image-preview"],10,null,-1,0,null,null,1,"i2 o12 P120"],' +
  '["gemini",["gemini-3-pro-preview","gemini-3-pro-text-preview","gemini-3.1-pro-preview"],10,null,-1,0,null,null,1,"i2 c0.2 o12|200000 i4 c0.4 o18"],' +
  '["gemini",["gemini-3.1-flash-image","gemini-3.1-flash-image-preview"],10,null,-1,0,null,null,1,"i0.5 o3 P60"],' +
  '["gemini",["gemini-3.1-flash-lite","gemini-3.1-flash-lite-preview"],10,null,-1,0,null,null,1,"i0.25 c0.025 o1.5 a0.5"],' +
  '["gemini",["gemini-3.1-flash-lite-image"],10,null,-1,0,null,null,1,"i0.25 o1.5 P30"],' +
  '["gemini",["gemini-3.1-flash-live-preview"],10,null,-1,0,null,null,1,"i0.75 o4.5 a3 A12 p1"],' +
  '["gemini",["gemini-3.5-flash","gemini-3.5-flash-preview"],10,null,-1,1,null,null,9,"i0.75 o4.5"],' +
  '["gemini",["gemini-3.5-flash","gemini-3.5-flash-preview"],10,null,-1,2,null,null,9,"i0.75 o4.5"],' +
  '["gemini",["gemini-3.5-flash","gemini-3.5-flash-preview"],10,null,-1,0,null,null,1,"i1.5 c0.15 o9"],' +
  '["gemini",["gemini-3.5-flash-lite"],10,null,-1,1,null,null,9,"i0.15 c0.015 o1.25"],' +
  '["gemini",["gemini-3.5-flash-lite"],10,null,-1,2,null,null,9,"i0.15 c0.015 o1.25"],' +
  '["gemini",["gemini-3.5-flash-lite"],10,null,-1,0,null,null,1,"i0.3 c0.03 o2.5"],' +
  '["gemini",["gemini-3.6-flash","gemini-3.7-flash","gemini-3.8-flash"],10,null,-1,1,null,"2027-01-01",9,"i0.375 c0.0375 o1.875"],' +
  '["gemini",["gemini-3.6-flash","gemini-3.7-flash","gemini-3.8-flash"],10,null,-1,1,"2027-01-01",null,9,"i0.75 c0.075 o3.75"],' +
  '["gemini",["gemini-3.6-flash","gemini-3.7-flash","gemini-3.8-flash"],10,null,-1,2,null,"2027-01-01",9,"i0.375 c0.0375 o1.875"],' +
  '["gemini",["gemini-3.6-flash","gemini-3.7-flash","gemini-3.8-flash"],10,null,-1,2,"2027-01-01",null,9,"i0.75 c0.075 o3.75"],' +
  '["gemini",["gemini-3.6-flash","gemini-3.7-flash","gemini-3.8-flash"],10,null,-1,0,null,"2027-01-01",1,"i0.75 c0.075 o3.75"],' +
  '["gemini",["gemini-3.6-flash","gemini-3.7-flash","gemini-3.8-flash"],10,null,-1,0,"2027-01-01",null,1,"i1.5 c0.15 o7.5"],' +
  '["gemini",["gemini-3.7-flash","gemini-3.8-flash"],10,null,-1,3,null,"2027-01-01",10,"i1.35 c0.135 o6.75"],' +
  '["gemini",["gemini-3.7-flash","gemini-3.8-flash"],10,null,-1,3,"2027-01-01",null,10,"i2.7 c0.27 o13.5"],' +
  '["gemini",["gemini-embedding-001"],10,null,-1,0,null,null,1,"i0.15"],' +
  '["gemini",["gemini-embedding-2"],10,null,-1,0,null,null,1,"i0.2 a6.5 p0.45"],' +
  '["gemini",["gemini-flash-1.5-8b"],10,null,-1,0,null,null,1,"i0.0375 c0.01 o0.15|128000 i0.075 c0.02 o0.3"],' +
  '["gemini",["gemini-gemma-2-27b-it","gemini-gemma-2-9b-it"],-1,null,-1,0,null,null,4,"i0.35 o1.05"],' +
  '["gemini",["gemini-live-2.5-flash"],-1,null,-1,0,null,null,1,"i0.5 o2 a3 A12"],' +
  '["gemini",["gemini-omni-flash-preview"],-1,null,-1,0,null,null,1,"i1.5 o9"],' +
  '["gemini",["gemini-pro-1.5"],10,null,-1,0,null,null,1,"i1.25 c0.3125 o5|128000 i2.5 c0.625 o10"],' +
  '["gemini",["gemini-pro-vision"],10,null,-1,0,null,null,4,"i0.35 o1.05|128000 i0.7 o2.1"],' +
  '["gemini",["gemma-2-27b-it"],10,null,-1,0,null,null,1,"i0.65 o0.65"],' +
  '["gemini",["gemma-4-26b-a4b-it-maas"],10,null,-1,0,null,null,1,"i0.15 c0.015 o0.6"],' +
  '["groq",["deepseek-r1-distill-llama-70b"],4,null,-1,0,null,null,1,"i0.75 o0.99"],' +
  '["groq",["gemma-7b-it"],10,null,-1,0,null,null,1,"i0.07 o0.07"],' +
  '["groq",["gemma2-9b","gemma2-9b-it"],10,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["groq",["gpt-oss-120b","gpt-oss-safeguard-20b"],1,null,-1,0,null,null,1,"i0.15 c0.075 o0.6"],' +
  '["groq",["gpt-oss-20b"],1,null,-1,0,null,null,1,"i0.075 c0.0375 o0.3"],' +
  '["groq",["kimi-k2-instruct","kimi-k2-instruct-0905"],7,null,-1,0,null,null,1,"i1 c0.5 o3"],' +
  '["groq",["llama-2-70b-4096"],8,null,-1,0,null,null,1,"i0.7 o0.8"],' +
  '["groq",["llama-3-70b-8192","llama-3.1-405b-reasoning","llama-3.1-70b-versatile","llama-3.3-70b-versatile"],8,null,-1,0,null,null,1,"i0.59 o0.79"],' +
  '["groq",["llama-3-8b-8192","llama-3.1-8b-instant"],8,null,-1,0,null,null,1,"i0.05 o0.08"],' +
  '["groq",["llama-3-groq-70b-8192-tool-use-preview"],8,null,-1,0,null,null,1,"i0.89 o0.89"],' +
  '["groq",["llama-3-groq-8b-8192-tool-use-preview"],8,null,-1,0,null,null,1,"i0.19 o0.19"],' +
  '["groq",["llama-3.2-11b-text-preview","llama-3.2-11b-vision-preview"],8,null,-1,0,null,null,1,"i0.18 o0.18"],' +
  '["groq",["llama-3.2-1b-preview"],8,null,-1,0,null,null,1,"i0.04 o0.04"],' +
  '["groq",["llama-3.2-3b-preview"],8,null,-1,0,null,null,1,"i0.06 o0.06"],' +
  '["groq",["llama-3.2-90b-text-preview","llama-3.2-90b-vision-preview"],8,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["groq",["llama-3.3-70b-specdec"],8,null,-1,0,null,null,1,"i0.59 o0.99"],' +
  '["groq",["llama-4-maverick-17b-128e-instruct"],8,null,-1,0,null,null,1,"i0.2 o0.6"],' +
  '["groq",["llama-4-scout-17b-16e-instruct"],8,null,-1,0,null,null,1,"i0.11 o0.34"],' +
  '["groq",["llama-guard-3-8b","llama-guard-4-12b"],8,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["groq",["mistral-saba-24b"],2,null,-1,0,null,null,1,"i0.79 o0.79"],' +
  '["groq",["mixtral-8x7b-32768"],2,null,-1,0,null,null,1,"i0.24 o0.24"],' +
  '["groq",["moonshotai-kimi-k2-instruct"],-1,null,-1,0,null,null,4,"i1 o3"],' +
  '["groq",["qwen-qwq-32b"],-1,null,-1,0,null,null,4,"i0.29 o0.39"],' +
  '["groq",["qwen3-32b"],14,null,-1,0,null,null,1,"i0.29 o0.59"],' +
  '["mistral",["codestral","codestral-2501","codestral-latest"],2,null,-1,0,null,null,1,"i0.3 o0.9"],' +
  '["mistral",["codestral-2405"],2,null,-1,0,null,null,4,"i1 o3"],' +
  '["mistral",["codestral-2508"],2,null,-1,0,null,null,1,"i0.3 c0.03 o0.9"],' +
  '["mistral",["codestral-mamba-latest"],2,null,-1,0,null,null,4,"i0.25 o0.25"],' +
  '["mistral",["devstral-2512","mistral-medium","mistral-medium-2505","mistral-medium-2508","mistral-medium-3-1"],2,null,-1,0,null,null,1,"i0.4 c0.04 o2"],' +
  '["mistral",["devstral-medium-2507"],2,null,-1,0,null,null,4,"i0.4 o2"],' +
  '["mistral",["devstral-small","devstral-small-2505","devstral-small-2507","devstral-small-latest","mistral-small-latest"],2,null,-1,0,null,null,1,"i0.1 o0.3"],' +
  '["mistral",["labs-devstral-small-2512"],-1,null,-1,0,null,null,1,"i0.1 o0.3"],' +
  '["mistral",["magistral-medium","magistral-medium-2506","magistral-medium-latest"],2,null,-1,0,null,null,1,"i2 o5"],' +
  '["mistral",["magistral-small","magistral-small-2506","magistral-small-latest"],2,null,-1,0,null,null,1,"i0.5 o1.5"],' +
  '["mistral",["ministral-14b-2512"],2,null,-1,0,null,null,1,"i0.2 c0.02 o0.2"],' +
  '["mistral",["ministral-3b"],2,null,-1,0,null,null,1,"i0.04 o0.04"],' +
  '["mistral",["ministral-3b-2512"],2,null,-1,0,null,null,1,"i0.1 c0.01 o0.1"],' +
  '["mistral",["ministral-3b-latest"],2,null,-1,0,null,null,6,"i0.04 o0.04"],' +
  '["mistral",["ministral-8b","ministral-8b-2410","mistral-embed"],2,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["mistral",["ministral-8b-2512"],2,null,-1,0,null,null,1,"i0.15 c0.015 o0.15"],' +
  '["mistral",["ministral-8b-latest"],2,null,-1,0,null,"2025-12-02",1,"i0.1 o0.1"],' +
  '["mistral",["ministral-8b-latest"],2,null,-1,0,"2025-12-02",null,1,"i0.15 c0.015 o0.15"],' +
  '["mistral",["mistral-7b","mistral-tiny","open-mistral-7b"],2,null,-1,0,null,null,1,"i0.25 o0.25"],' +
  '["mistral",["mistral-large","mistral-large-2407","mistral-large-2411","mistral-large-latest","pixtral-large","pixtral-large-2411","pixtral-large-latest"],2,null,-1,0,null,null,1,"i2 o6"],' +
  '["mistral",["mistral-large-2402"],2,null,-1,0,null,null,4,"i4 o12"],' +
  '["mistral",["mistral-large-2512"],2,null,-1,0,null,null,1,"i0.5 c0.05 o1.5"],' +
  '["mistral",["mistral-medium-2312"],2,null,-1,0,null,null,1,"i2.7 o8.1"],' +
  '["mistral",["mistral-medium-3","mistral-medium-3-5","mistral-medium-3.5"],2,null,-1,0,null,null,1,"i1.5 c0.15 o7.5"],' +
  '["mistral",["mistral-medium-latest"],2,null,-1,0,null,"2026-06-16",1,"i0.4 c0.04 o2"],' +
  '["mistral",["mistral-medium-latest"],2,null,-1,0,"2026-06-16",null,1,"i1.5 c0.15 o7.5"],' +
  '["mistral",["mistral-nemo","open-mistral-nemo","pixtral-12b","pixtral-12b-latest"],2,null,-1,0,null,null,1,"i0.15 o0.15"],' +
  '["mistral",["mistral-saba","mistral-saba-latest"],2,null,-1,0,null,null,1,"i0.2 o0.6"],' +
  '["mistral",["mistral-small"],2,null,-1,0,null,null,4,"i0.1 o0.3"],' +
  '["mistral",["mistral-small-24b-instruct-2501"],2,null,-1,0,null,null,1,"i0.05 o0.08"],' +
  '["mistral",["mistral-small-2603"],2,null,-1,0,null,null,1,"i0.15 c0.015 o0.6"],' +
  '["mistral",["mistral-small-3.1-24b-instruct"],2,null,-1,0,null,null,1,"i0.351 o0.555"],' +
  '["mistral",["mistral-small-3.2-24b-instruct"],2,null,-1,0,null,null,1,"i0.075 o0.2"],' +
  '["mistral",["mixtral-8x22b-instruct"],2,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["mistral",["mixtral-8x7b","open-mixtral-8x7b"],2,null,-1,0,null,null,1,"i0.7 o0.7"],' +
  '["mistral",["open-codestral-mamba"],-1,null,-1,0,null,null,4,"i0.25 o0.25"],' +
  '["mistral",["open-mistral-nemo-2407"],2,null,-1,0,null,null,4,"i0.3 o0.3"],' +
  '["mistral",["open-mixtral-8x22b"],2,null,-1,0,null,null,6,"i2 o6"],' +
  '["mistral",["pixtral-12b-2409"],2,null,-1,0,null,null,4,"i0.15 o0.15"],' +
  '["mistral",["voxtral-small-24b-2507","voxtral-small-2507","voxtral-small-latest"],2,null,-1,0,null,"2026-08-11",1,"i0.1 c0.01 o0.3"],' +
  '["mistral",["voxtral-small-24b-2507","voxtral-small-2507","voxtral-small-latest"],2,null,-1,0,"2026-08-11",null,1,"i0.1 c0.01 o0.4"],' +
  '["moonshot",["kimi-k2"],7,null,-1,0,null,null,1,"i0.57 o2.3"],' +
  '["moonshot",["kimi-k2-0711-preview","kimi-k2-0905-preview","kimi-k2-thinking"],7,null,-1,0,null,null,1,"i0.6 c0.15 o2.5"],' +
  '["moonshot",["kimi-k2-thinking-turbo","kimi-k2-turbo","kimi-k2-turbo-preview"],7,null,-1,0,null,null,1,"i1.15 c0.15 o8"],' +
  '["moonshot",["kimi-k2.5"],7,null,-1,0,null,null,1,"i0.6 c0.1 o3"],' +
  '["moonshot",["kimi-k2.6"],7,null,-1,0,null,null,1,"i0.95 c0.16 o4"],' +
  '["moonshot",["kimi-k2.7-code"],7,null,-1,0,null,null,1,"i0.95 c0.19 o4"],' +
  '["moonshot",["kimi-k2.7-code-highspeed"],7,null,-1,0,null,null,1,"i1.9 c0.38 o8"],' +
  '["moonshot",["kimi-k3"],7,null,-1,0,null,null,1,"i3 c0.3 o15"],' +
  '["moonshot",["kimi-latest","kimi-latest-128k"],7,null,-1,0,null,null,4,"i2 c0.15 o5"],' +
  '["moonshot",["kimi-latest-32k"],7,null,-1,0,null,null,4,"i1 c0.15 o3"],' +
  '["moonshot",["kimi-latest-8k"],7,null,-1,0,null,null,4,"i0.2 c0.15 o2"],' +
  '["moonshot",["kimi-thinking-preview"],7,null,-1,0,null,null,4,"i30 o30"],' +
  '["moonshot",["moonshot-v1-128k","moonshot-v1-128k-vision-preview"],7,null,-1,0,null,null,1,"i2 o5"],' +
  '["moonshot",["moonshot-v1-128k-0430","moonshot-v1-auto"],7,null,-1,0,null,null,4,"i2 o5"],' +
  '["moonshot",["moonshot-v1-32k","moonshot-v1-32k-vision-preview"],7,null,-1,0,null,null,1,"i1 o3"],' +
  '["moonshot",["moonshot-v1-32k-0430"],7,null,-1,0,null,null,4,"i1 o3"],' +
  '["moonshot",["moonshot-v1-8k","moonshot-v1-8k-vision-preview"],7,null,-1,0,null,null,1,"i0.2 o2"],' +
  '["moonshot",["moonshot-v1-8k-0430"],7,null,-1,0,null,null,4,"i0.2 o2"],' +
  '["openai",["ada"],-1,null,-1,0,null,null,1,"i0.4 o0.4"],' +
  '["openai",["babbage"],-1,null,-1,0,null,null,1,"i0.5 o0.5"],' +
  '["openai",["babbage-002"],1,null,-1,0,null,null,4,"i0.4 o0.4"],' +
  '["openai",["chatgpt-4o-latest","gpt-4o-2024-05-13"],1,null,-1,0,null,null,1,"i5 o15"],' +
  '["openai",["codex-mini","codex-mini-latest"],1,null,-1,0,null,null,1,"i1.5 c0.375 o6"],' +
  '["openai",["computer-use-preview"],1,null,-1,0,null,null,1,"i3 o12"],' +
  '["openai",["curie"],-1,null,-1,0,null,null,1,"i2 o2"],' +
  '["openai",["davinci"],-1,null,-1,0,null,null,1,"i20 o20"],' +
  '["openai",["davinci-002"],1,null,-1,0,null,null,4,"i2 o2"],' +
  '["openai",["gpt-3.5-0301","gpt-3.5-turbo-0301","gpt-3.5-turbo-0613","gpt-3.5-turbo-instruct","gpt-3.5-turbo-instruct-0914"],1,null,-1,0,null,null,1,"i1.5 o2"],' +
  '["openai",["gpt-3.5-turbo","gpt-3.5-turbo-0125"],1,null,-1,0,null,null,1,"i0.5 o1.5"],' +
  '["openai",["gpt-3.5-turbo-1106"],1,null,-1,0,null,null,1,"i1 o2"],' +
  '["openai",["gpt-3.5-turbo-16k","gpt-3.5-turbo-16k-0613"],1,null,-1,0,null,null,1,"i3 o4"],' +
  '["openai",["gpt-4","gpt-4-0314","gpt-4-0613"],1,null,-1,0,null,null,1,"i30 o60"],' +
  '["openai",["gpt-4-0125-preview","gpt-4-1106-preview","gpt-4-1106-vision-preview","gpt-4-turbo","gpt-4-turbo-0125-preview","gpt-4-turbo-2024-04-09","gpt-4-turbo-preview","gpt-4-vision-preview"],1,null,-1,0,null,null,1,"i10 o30"],' +
  '["openai",["gpt-4-32k","gpt-4-32k-0314","gpt-4-32k-0613"],1,null,-1,0,null,null,1,"i60 o120"],' +
  '["openai",["gpt-4-preview","gpt-4-turbo-vision"],1,null,-1,0,null,null,2,"i10 o30"],' +
  '["openai",["gpt-4.1","gpt-4.1-2025-04-14","o4-mini-deep-research","o4-mini-deep-research-2025-06-26"],1,null,-1,1,null,null,4,"i1 o4"],' +
  '["openai",["gpt-4.1","gpt-4.1-2025-04-14"],1,null,-1,3,null,null,2,"i3.5 c0.875 o14"],' +
  '["openai",["gpt-4.1","gpt-4.1-2025-04-14","o4-mini-deep-research","o4-mini-deep-research-2025-06-26"],1,null,-1,0,null,null,1,"i2 c0.5 o8"],' +
  '["openai",["gpt-4.1-mini","gpt-4.1-mini-2025-04-14"],1,null,-1,1,null,null,4,"i0.2 o0.8"],' +
  '["openai",["gpt-4.1-mini","gpt-4.1-mini-2025-04-14"],1,null,-1,3,null,null,2,"i0.7 c0.175 o2.8"],' +
  '["openai",["gpt-4.1-mini","gpt-4.1-mini-2025-04-14"],1,null,-1,0,null,null,1,"i0.4 c0.1 o1.6"],' +
  '["openai",["gpt-4.1-nano","gpt-4.1-nano-2025-04-14"],1,null,-1,1,null,null,4,"i0.05 o0.2"],' +
  '["openai",["gpt-4.1-nano","gpt-4.1-nano-2025-04-14"],1,null,-1,3,null,null,2,"i0.2 c0.05 o0.8"],' +
  '["openai",["gpt-4.1-nano","gpt-4.1-nano-2025-04-14"],1,null,-1,0,null,null,1,"i0.1 c0.025 o0.4"],' +
  '["openai",["gpt-4.5"],1,null,-1,0,null,null,6,"i75 c37.5 o150"],' +
  '["openai",["gpt-4.5-preview","gpt-4.5-preview-2025-02-27"],1,null,-1,1,null,null,4,"i37.5 o75"],' +
  '["openai",["gpt-4.5-preview","gpt-4.5-preview-2025-02-27"],1,null,-1,0,null,null,1,"i75 c37.5 o150"],' +
  '["openai",["gpt-4o","gpt-4o-2024-08-06","gpt-4o-2024-11-20","gpt-4o-search-preview","gpt-4o-search-preview-2025-03-11"],1,null,-1,1,null,null,4,"i1.25 o5"],' +
  '["openai",["gpt-4o","gpt-4o-2024-08-06","gpt-4o-2024-11-20"],1,null,-1,3,null,null,2,"i4.25 c2.125 o17"],' +
  '["openai",["gpt-4o","gpt-4o-2024-08-06","gpt-4o-2024-11-20"],1,null,-1,0,null,null,1,"i2.5 c1.25 o10"],' +
  '["openai",["gpt-4o-2024-05-13"],1,null,-1,1,null,null,4,"i2.5 o7.5"],' +
  '["openai",["gpt-4o-2024-05-13"],1,null,-1,3,null,null,2,"i8.75 o26.25"],' +
  '["openai",["gpt-4o-audio-preview","gpt-4o-audio-preview-2024-10-01"],1,null,-1,0,null,null,8,"i2.5 o10 a100 A200"],' +
  '["openai",["gpt-4o-audio-preview-2024-12-17","gpt-4o-audio-preview-2025-06-03"],1,null,-1,0,null,null,8,"i2.5 o10 a40 A80"],' +
  '["openai",["gpt-4o-mini","gpt-4o-mini-2024-07-18","gpt-4o-mini-search-preview","gpt-4o-mini-search-preview-2025-03-11"],1,null,-1,1,null,null,4,"i0.075 o0.3"],' +
  '["openai",["gpt-4o-mini","gpt-4o-mini-2024-07-18"],1,null,-1,3,null,null,2,"i0.25 c0.125 o1"],' +
  '["openai",["gpt-4o-mini","gpt-4o-mini-2024-07-18","gpt-4o-mini-search-preview","gpt-4o-mini-search-preview-2025-03-11"],1,null,-1,0,null,null,1,"i0.15 c0.075 o0.6"],' +
  '["openai",["gpt-4o-mini-audio"],1,null,-1,0,null,null,1,"i0.15 o0.6"],' +
  '["openai",["gpt-4o-mini-audio-preview","gpt-4o-mini-audio-preview-2024-12-17"],1,null,-1,0,null,null,8,"i0.15 o0.6 a10 A20"],' +
  '["openai",["gpt-4o-mini-realtime","gpt-4o-mini-realtime-preview","gpt-4o-mini-realtime-preview-2024-12-17"],1,null,-1,0,null,null,1,"i0.6 c0.3 o2.4 a10 A20"],' +
  '["openai",["gpt-4o-mini-transcribe"],1,null,-1,0,null,null,1,"i1.25 o5 a3"],' +
  '["openai",["gpt-4o-mini-tts"],1,null,-1,0,null,null,1,"i0.6 o12"],' +
  '["openai",["gpt-4o-realtime","gpt-4o-realtime-preview","gpt-4o-realtime-preview-2024-10-01","gpt-4o-realtime-preview-2024-12-17","gpt-4o-realtime-preview-2025-06-03"],1,null,-1,0,null,null,1,"i5 c2.5 o20 a40 A80"],' +
  '["openai",["gpt-4o-search-preview","gpt-4o-search-preview-2025-03-11"],1,null,-1,0,null,null,8,"i2.5 c1.25 o10"],' +
  '["openai",["gpt-4o-transcribe","gpt-4o-transcribe-diarize"],1,null,-1,0,null,null,1,"i2.5 o10 a6"],' +
  '["openai",["gpt-5","gpt-5-2025-08-07","gpt-5.1","gpt-5.1-2025-11-13"],1,null,-1,1,null,null,11,"i0.625 c0.0625 o5"],' +
  '["openai",["gpt-5","gpt-5-2025-08-07","gpt-5.1","gpt-5.1-2025-11-13"],1,null,-1,2,null,null,2,"i0.625 c0.0625 o5"],' +
  '["openai",["gpt-5","gpt-5-2025-08-07","gpt-5.1","gpt-5.1-2025-11-13"],1,null,-1,3,null,null,2,"i2.5 c0.25 o20"],' +
  '["openai",["gpt-5","gpt-5-1","gpt-5-1-2025-11-13","gpt-5-1-chat","gpt-5-1-chat-latest","gpt-5-1-codex","gpt-5-1-codex-max","gpt-5-2025-08-07","gpt-5-chat","gpt-5-chat-latest","gpt-5-codex","gpt-5.1","gpt-5.1-2025-11-13","gpt-5.1-chat","gpt-5.1-chat-latest","gpt-5.1-codex","gpt-5.1-codex-max"],1,null,-1,0,null,null,1,"i1.25 c0.125 o10"],' +
  '["openai",["gpt-5-1-codex-mini","gpt-5-1-mini","gpt-5-mini","gpt-5-mini-2025-08-07","gpt-5.1-codex-mini","gpt-5.1-mini"],1,null,-1,0,null,null,1,"i0.25 c0.025 o2"],' +
  '["openai",["gpt-5-2","gpt-5-2-2025-12-11","gpt-5-2-chat","gpt-5-2-chat-latest","gpt-5-2-codex","gpt-5-3","gpt-5-3-chat","gpt-5-3-chat-latest","gpt-5-3-codex","gpt-5.2","gpt-5.2-2025-12-11","gpt-5.2-chat","gpt-5.2-chat-latest","gpt-5.2-codex","gpt-5.3","gpt-5.3-chat","gpt-5.3-chat-latest","gpt-5.3-codex"],1,null,-1,0,null,null,1,"i1.75 c0.175 o14"],' +
  '["openai",["gpt-5-2-pro-2025-12-11","gpt-5.2-pro","gpt-5.2-pro-2025-12-11"],1,null,-1,0,null,null,1,"i21 o168"],' +
  '["openai",["gpt-5-4","gpt-5-4-2026-03-05","gpt-5.4","gpt-5.4-2026-03-05"],1,null,-1,0,null,null,1,"i2.5 c0.25 o15|271999 i5 c0.5 o22.5"],' +
  '["openai",["gpt-5-4-mini","gpt-5-4-mini-2026-03-17","gpt-5.4-mini","gpt-5.4-mini-2026-03-17"],1,null,-1,0,null,null,1,"i0.75 c0.075 o4.5"],' +
  '["openai",["gpt-5-4-nano","gpt-5-4-nano-2026-03-17","gpt-5.4-nano","gpt-5.4-nano-2026-03-17"],1,null,-1,0,null,null,1,"i0.2 c0.02 o1.25"],' +
  '["openai",["gpt-5-4-pro","gpt-5-4-pro-2026-03-05","gpt-5-5-pro","gpt-5-5-pro-2026-04-23","gpt-5.4-pro","gpt-5.4-pro-2026-03-05","gpt-5.5-pro","gpt-5.5-pro-2026-04-23"],1,null,-1,0,null,null,1,"i30 o180|271999 i60 o270"],' +
  '["openai",["gpt-5-5","gpt-5-5-2026-04-23","gpt-5-5-2026-04-24","gpt-5-5-chat","gpt-5-5-chat-latest","gpt-5-5-codex","gpt-5.5","gpt-5.5-2026-04-23","gpt-5.5-2026-04-24","gpt-5.5-chat","gpt-5.5-chat-latest","gpt-5.5-codex"],1,null,-1,0,null,null,1,"i5 c0.5 o30|271999 i10 c1 o45"],' +
  '["openai",["gpt-5-6","gpt-5-6-sol","gpt-5.6","gpt-5.6-sol"],1,null,-1,0,null,"2026-08-21",1,"i5 c0.5 w6.25 o30|271999 i10 c1 w12.5 o45"],' +
  '["openai",["gpt-5-6","gpt-5-6-sol","gpt-5.6","gpt-5.6-sol"],1,null,-1,0,"2026-08-21",null,1,"i4 c0.4 w5 o20|271999 i8 c0.8 w10 o30"],' +
  '["openai",["gpt-5-6-luna","gpt-5.6-luna"],1,null,-1,0,null,"2026-07-30",1,"i1 c0.1 w1.25 o6|271999 i2 c0.2 w2.5 o9"],' +
  '["openai",["gpt-5-6-luna","gpt-5.6-luna"],1,null,-1,0,"2026-07-30",null,1,"i0.2 c0.02 w0.25 o1.2|271999 i0.4 c0.04 w0.5 o1.8"],' +
  '["openai",["gpt-5-6-terra","gpt-5.6-terra"],1,null,-1,0,null,"2026-07-30",1,"i2.5 c0.25 w3.125 o15|271999 i5 c0.5 w6.25 o22.5"],' +
  '["openai",["gpt-5-6-terra","gpt-5.6-terra"],1,null,-1,0,"2026-07-30",null,1,"i2 c0.2 w2.5 o12|271999 i4 c0.4 w5 o18"],' +
  '["openai",["gpt-5-image"],1,null,-1,0,null,null,1,"i10 c1.25 o10"],' +
  '["openai",["gpt-5-image-mini"],1,null,-1,0,null,null,1,"i2.5 c0.25 o2"],' +
  '["openai",["gpt-5-mini","gpt-5-mini-2025-08-07"],1,null,-1,1,null,null,11,"i0.125 c0.0125 o1"],' +
  '["openai",["gpt-5-mini","gpt-5-mini-2025-08-07"],1,null,-1,2,null,null,2,"i0.125 c0.0125 o1"],' +
  '["openai",["gpt-5-mini","gpt-5-mini-2025-08-07"],1,null,-1,3,null,null,2,"i0.45 c0.045 o3.6"],' +
  '["openai",["gpt-5-nano","gpt-5-nano-2025-08-07"],1,null,-1,1,null,null,11,"i0.025 c0.0025 o0.2"],' +
  '["openai",["gpt-5-nano","gpt-5-nano-2025-08-07"],1,null,-1,2,null,null,2,"i0.025 c0.0025 o0.2"],' +
  '["openai",["gpt-5-nano","gpt-5-nano-2025-08-07"],1,null,-1,0,null,null,1,"i0.05 c0.005 o0.4"],' +
  '["openai",["gpt-5-pro","gpt-5-pro-2025-10-06"],1,null,-1,0,null,null,1,"i15 o120"],' +
  '["openai",["gpt-5.2","gpt-5.2-2025-12-11"],1,null,-1,1,null,null,11,"i0.875 c0.0875 o7"],' +
  '["openai",["gpt-5.2","gpt-5.2-2025-12-11"],1,null,-1,2,null,null,2,"i0.875 c0.0875 o7"],' +
  '["openai",["gpt-5.2","gpt-5.2-2025-12-11"],1,null,-1,3,null,null,2,"i3.5 c0.35 o28"],' +
  '["openai",["gpt-5.4","gpt-5.4-2026-03-05"],1,null,-1,1,null,null,11,"i1.25 c0.13 o7.5|271999 i2.5 c0.25 o11.25"],' +
  '["openai",["gpt-5.4","gpt-5.4-2026-03-05"],1,null,-1,2,null,null,2,"i1.25 c0.13 o7.5|271999 i2.5 c0.25 o11.25"],' +
  '["openai",["gpt-5.4","gpt-5.4-2026-03-05"],1,null,-1,3,null,null,2,"i5 c0.5 o30|271999"],' +
  '["openai",["gpt-5.4-image-2"],1,null,-1,0,null,null,1,"i8 c2 o15"],' +
  '["openai",["gpt-5.4-mini","gpt-5.4-mini-2026-03-17"],1,null,-1,1,null,null,11,"i0.375 c0.0375 o2.25"],' +
  '["openai",["gpt-5.4-mini","gpt-5.4-mini-2026-03-17"],1,null,-1,2,null,null,2,"i0.375 c0.0375 o2.25"],' +
  '["openai",["gpt-5.4-mini","gpt-5.4-mini-2026-03-17"],1,null,-1,3,null,null,2,"i1.5 c0.15 o9"],' +
  '["openai",["gpt-5.4-nano","gpt-5.4-nano-2026-03-17"],1,null,-1,1,null,null,11,"i0.1 c0.01 o0.625"],' +
  '["openai",["gpt-5.4-nano","gpt-5.4-nano-2026-03-17"],1,null,-1,2,null,null,2,"i0.1 c0.01 o0.625"],' +
  '["openai",["gpt-5.4-pro","gpt-5.4-pro-2026-03-05"],1,null,-1,1,null,null,11,"i15 o90|271999 i30 o135"],' +
  '["openai",["gpt-5.4-pro","gpt-5.4-pro-2026-03-05"],1,null,-1,2,null,null,2,"i15 o90|271999 i30 o135"],' +
  '["openai",["gpt-5.5","gpt-5.5-2026-04-23"],1,null,-1,1,null,null,11,"i2.5 c0.25 o15|271999 i5 c0.5 o22.5"],' +
  '["openai",["gpt-5.5","gpt-5.5-2026-04-23"],1,null,-1,2,null,null,2,"i2.5 c0.25 o15|271999 i5 c0.5 o22.5"],' +
  '["openai",["gpt-5.5","gpt-5.5-2026-04-23"],1,null,-1,3,null,null,2,"i12.5 c1.25 o75|271999"],' +
  '["openai",["gpt-5.5-pro","gpt-5.5-pro-2026-04-23"],1,null,-1,1,null,null,11,"i15 o90|271999"],' +
  '["openai",["gpt-5.5-pro","gpt-5.5-pro-2026-04-23"],1,null,-1,2,null,null,2,"i15 o90|271999"],' +
  '["openai",["gpt-5.6-luna"],1,null,-1,1,null,"2026-07-30",12,"i0.5 c0.05 w0.625 o3|271999 i1 c0.1 w1.25 o4.5"],' +
  '["openai",["gpt-5.6-luna"],1,null,-1,1,"2026-07-30",null,11,"i0.1 c0.01 w0.125 o0.6|271999 i0.2 c0.02 w0.25 o0.9"],' +
  '["openai",["gpt-5.6-luna"],1,null,-1,2,null,"2026-07-30",13,"i0.5 c0.05 w0.625 o3|271999 i1 c0.1 w1.25 o4.5"],' +
  '["openai",["gpt-5.6-luna"],1,null,-1,2,"2026-07-30",null,2,"i0.1 c0.01 w0.125 o0.6|271999 i0.2 c0.02 w0.25 o0.9"],' +
  '["openai",["gpt-5.6-luna"],1,null,-1,3,"2026-07-30",null,2,"i0.4 c0.04 w0.5 o2.4|271999 i0.8 c0.08 w1 o3.6"],' +
  '["openai",["gpt-5.6-sol"],1,null,-1,1,null,"2026-08-21",11,"i2.5 c0.25 w3.125 o15|271999 i5 c0.5 w6.25 o22.5"],' +
  '["openai",["gpt-5.6-sol"],1,null,-1,1,"2026-08-21",null,12,"i2 c0.2 w2.5 o10|271999 i4 c0.4 w5 o15"],' +
  '["openai",["gpt-5.6-sol"],1,null,-1,2,null,"2026-08-21",2,"i2.5 c0.25 w3.125 o15|271999 i5 c0.5 w6.25 o22.5"],' +
  '["openai",["gpt-5.6-sol"],1,null,-1,2,"2026-08-21",null,13,"i2 c0.2 w2.5 o10|271999 i4 c0.4 w5 o15"],' +
  '["openai",["gpt-5.6-sol"],1,null,-1,3,null,"2026-08-21",2,"i10 c1 w12.5 o60|271999 i20 c2 w25 o90"],' +
  '["openai",["gpt-5.6-terra"],1,null,-1,1,null,"2026-07-30",12,"i1.25 c0.125 w1.5625 o7.5|271999 i2.5 c0.25 w3.125 o11.25"],' +
  '["openai",["gpt-5.6-terra"],1,null,-1,1,"2026-07-30",null,11,"i1 c0.1 w1.25 o6|271999 i2 c0.2 w2.5 o9"],' +
  '["openai",["gpt-5.6-terra"],1,null,-1,2,null,"2026-07-30",13,"i1.25 c0.125 w1.5625 o7.5|271999 i2.5 c0.25 w3.125 o11.25"],' +
  '["openai",["gpt-5.6-terra"],1,null,-1,2,"2026-07-30",null,2,"i1 c0.1 w1.25 o6|271999 i2 c0.2 w2.5 o9"],' +
  '["openai",["gpt-5.6-terra"],1,null,-1,3,"2026-07-30",null,2,"i4 c0.4 w5 o24|271999 i8 c0.8 w10 o36"],' +
  '["openai",["gpt-6-astra"],1,null,-1,0,null,null,1,"i10 c1 w12.5 o50|271999 i20 c2 w25 o75"],' +
  '["openai",["gpt-6-luna"],1,null,-1,0,null,null,1,"i0.1 c0.01 w0.125 o0.5|272000 i0.2 c0.02 w0.25 o0.75"],' +
  '["openai",["gpt-6-sol"],1,null,-1,0,null,null,1,"i2 c0.2 w2.5 o10|272000 i4 c0.4 w5 o15"],' +
  '["openai",["gpt-audio","gpt-audio-1.5","gpt-audio-2025-08-28"],1,null,-1,0,null,null,1,"i2.5 o10 a32 A64"],' +
  '["openai",["gpt-audio-mini","gpt-audio-mini-2025-10-06","gpt-audio-mini-2025-12-15"],1,null,-1,0,null,null,1,"i0.6 o2.4 a10 A20"],' +
  '["openai",["gpt-chat-latest"],-1,null,-1,0,null,null,1,"i5 c0.5 o30"],' +
  '["openai",["gpt-image-1"],1,null,-1,0,null,null,1,"i5 c1.25 o40 p10"],' +
  '["openai",["gpt-image-1-mini"],1,null,-1,0,null,null,1,"i2 c0.2 o8 p2.5"],' +
  '["openai",["gpt-image-1.5","gpt-image-1.5-2025-12-16"],1,null,-1,0,null,null,1,"i5 c1.25 o10 p8 P32"],' +
  '["openai",["gpt-image-2","gpt-image-2-2026-04-21"],1,null,-1,0,null,null,1,"i5 c1.25 o30 p8"],' +
  '["openai",["gpt-image-2-image"],1,null,-1,0,null,null,6,"i8 c2 o30"],' +
  '["openai",["gpt-image-2-text"],1,null,-1,0,null,null,6,"i5 c1.25 o10"],' +
  '["openai",["gpt-oss-120b"],1,null,-1,0,null,null,1,"i0.039 o0.18"],' +
  '["openai",["gpt-oss-20b"],1,null,-1,0,null,null,1,"i0.029 o0.14"],' +
  '["openai",["gpt-oss-safeguard-20b"],1,null,-1,0,null,null,1,"i0.075 c0.037 o0.3"],' +
  '["openai",["gpt-realtime","gpt-realtime-1.5","gpt-realtime-2025-08-28"],1,null,-1,0,null,null,1,"i4 c0.4 o16 a32 A64 p5"],' +
  '["openai",["gpt-realtime-2","gpt-realtime-2.1"],1,null,-1,0,null,null,1,"i4 c0.4 o24 a32 A64 p5"],' +
  '["openai",["gpt-realtime-2.1-mini","gpt-realtime-mini","gpt-realtime-mini-2025-10-06","gpt-realtime-mini-2025-12-15"],1,null,-1,0,null,null,1,"i0.6 c0.06 o2.4 a10 A20 p0.8"],' +
  '["openai",["o1","o1-2024-12-17","o1-preview","o1-preview-2024-09-12"],1,null,-1,0,null,null,1,"i15 c7.5 o60"],' +
  '["openai",["o1-mini","o1-mini-2024-09-12","o3-mini","o3-mini-2025-01-31","o3-mini-high"],1,null,-1,0,null,null,1,"i1.1 c0.55 o4.4"],' +
  '["openai",["o1-pro","o1-pro-2025-03-19"],1,null,-1,1,null,null,4,"i75 o300"],' +
  '["openai",["o1-pro","o1-pro-2025-03-19"],1,null,-1,0,null,null,1,"i150 o600"],' +
  '["openai",["o3","o3-2025-04-16"],1,null,-1,1,null,"2025-06-10",12,"i5 c0.25 o20"],' +
  '["openai",["o3","o3-2025-04-16"],1,null,-1,1,"2025-06-10",null,11,"i1 c0.25 o4"],' +
  '["openai",["o3","o3-2025-04-16"],1,null,-1,2,null,"2025-06-10",13,"i5 c0.25 o20"],' +
  '["openai",["o3","o3-2025-04-16"],1,null,-1,2,"2025-06-10",null,2,"i1 c0.25 o4"],' +
  '["openai",["o3","o3-2025-04-16"],1,null,-1,3,"2025-06-10",null,2,"i3.5 c0.875 o14"],' +
  '["openai",["o3","o3-2025-04-16"],1,null,-1,0,null,"2025-06-10",1,"i10 c0.5 o40"],' +
  '["openai",["o3","o3-2025-04-16"],1,null,-1,0,"2025-06-10",null,1,"i2 c0.5 o8"],' +
  '["openai",["o3-deep-research","o3-deep-research-2025-06-26"],1,null,-1,1,null,null,4,"i5 o20"],' +
  '["openai",["o3-deep-research","o3-deep-research-2025-06-26"],1,null,-1,0,null,null,1,"i10 c2.5 o40"],' +
  '["openai",["o3-pro","o3-pro-2025-06-10"],1,null,-1,1,null,null,4,"i10 o40"],' +
  '["openai",["o3-pro","o3-pro-2025-06-10"],1,null,-1,0,null,null,1,"i20 o80"],' +
  '["openai",["o4-mini","o4-mini-2025-04-16"],1,null,-1,1,null,null,11,"i0.55 c0.138 o2.2"],' +
  '["openai",["o4-mini","o4-mini-2025-04-16"],1,null,-1,2,null,null,2,"i0.55 c0.138 o2.2"],' +
  '["openai",["o4-mini","o4-mini-2025-04-16"],1,null,-1,3,null,null,2,"i2 c0.5 o8"],' +
  '["openai",["o4-mini","o4-mini-2025-04-16","o4-mini-high"],1,null,-1,0,null,null,1,"i1.1 c0.275 o4.4"],' +
  '["openai",["text-ada-001"],1,null,-1,0,null,null,1,"i0.4 o0.4"],' +
  '["openai",["text-curie-001"],1,null,-1,0,null,null,1,"i2 o2"],' +
  '["openai",["text-davinci-001","text-davinci-002","text-davinci-003"],1,null,-1,0,null,null,1,"i20 o20"],' +
  '["openai",["text-embedding-3-large"],1,null,-1,1,null,null,4,"i0.065"],' +
  '["openai",["text-embedding-3-large"],1,null,-1,0,null,null,1,"i0.13"],' +
  '["openai",["text-embedding-3-small"],1,null,-1,1,null,null,4,"i0.01"],' +
  '["openai",["text-embedding-3-small"],1,null,-1,0,null,null,1,"i0.02"],' +
  '["openai",["text-embedding-ada-002","text-embedding-ada-002-v2"],1,null,-1,0,null,null,1,"i0.1"],' +
  '["openai",["text-embedding-ada-002-v2"],1,null,-1,1,null,null,4,"i0.05"],' +
  '["openrouter",["aion-1.0"],-1,null,-1,0,null,null,1,"i4 o8"],' +
  '["openrouter",["aion-1.0-mini"],-1,null,-1,0,null,null,1,"i0.7 o1.4"],' +
  '["openrouter",["aion-2.0"],-1,null,-1,0,null,null,1,"i0.8 c0.2 o1.6"],' +
  '["openrouter",["aion-rp-llama-3.1-8b","dobby-mini-unhinged-plus-llama-3.1-8b"],-1,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["openrouter",["airoboros-l2-70b","dolphin-mixtral-8x7b","unslopnemo-12b","wizardlm-2-8x22b"],-1,null,-1,0,null,null,1,"i0.5 o0.5"],' +
  '["openrouter",["airoboros-l2-70b-2.1"],-1,null,-1,0,null,null,4,"i13.875 o13.875"],' +
  '["openrouter",["anubis-pro-105b-v1"],-1,null,-1,0,null,null,1,"i0.8 o1"],' +
  '["openrouter",["arcee-blitz"],-1,null,-1,0,null,null,1,"i0.45 o0.75"],' +
  '["openrouter",["caller-large"],-1,null,-1,0,null,null,1,"i0.55 o0.85"],' +
  '["openrouter",["chatgpt-4o-latest","gpt-4o-2024-05-13"],1,null,-1,0,null,null,1,"i5 o15"],' +
  '["openrouter",["claude-2","claude-2.0","claude-2.1"],0,null,-1,0,null,null,1,"i8 o24"],' +
  '["openrouter",["claude-3-5-haiku"],0,null,-1,0,null,null,14,"i0.8 c0.08 w1 o4"],' +
  '["openrouter",["claude-3-5-haiku-20241022"],0,null,-1,0,null,null,1,"i0.8 o4"],' +
  '["openrouter",["claude-3-5-sonnet","claude-3-5-sonnet-20240620","claude-3-7-sonnet","claude-3-sonnet"],0,null,-1,0,null,null,1,"i3 o15"],' +
  '["openrouter",["claude-3-haiku"],0,null,-1,0,null,null,14,"i0.25 c0.03 w0.3 o1.25"],' +
  '["openrouter",["claude-3-haiku-20240307"],0,null,-1,0,null,null,4,"i0.25 o1.25"],' +
  '["openrouter",["claude-3-opus"],0,null,-1,0,null,null,1,"i15 o75"],' +
  '["openrouter",["claude-fable-5","claude-opus-4.8-fast","claude-opus-5-fast"],0,null,-1,0,null,null,1,"i10 c1 w12.5 o50"],' +
  '["openrouter",["claude-fable-5-1"],0,null,-1,0,null,null,1,"i10 c0.25 w12.5 o50"],' +
  '["openrouter",["claude-haiku-4-5","claude-haiku-4-5-20251001"],0,null,-1,0,null,null,1,"i1 c0.1 w1.25 o5"],' +
  '["openrouter",["claude-instant"],0,null,-1,0,null,null,4,"i1.63 o5.51"],' +
  '["openrouter",["claude-opus-4","claude-opus-4-1"],0,null,-1,0,null,null,1,"i15 c1.5 w18.75 o75"],' +
  '["openrouter",["claude-opus-4-5","claude-opus-4-5-20251124","claude-opus-4-6","claude-opus-4-6-20260205","claude-opus-4-7","claude-opus-4-8","claude-opus-5"],0,null,-1,0,null,null,1,"i5 c0.5 w6.25 o25"],' +
  '["openrouter",["claude-opus-4.6-fast","claude-opus-4.7-fast"],0,null,-1,0,null,null,1,"i30 c3 w37.5 o150"],' +
  '["openrouter",["claude-opus-5-5"],0,null,-1,0,null,null,1,"i4 c0.2 w5 o20"],' +
  '["openrouter",["claude-sonnet-4","claude-sonnet-4-6","claude-sonnet-4-6-20260217"],0,null,-1,0,null,null,1,"i3 c0.3 w3.75 o15"],' +
  '["openrouter",["claude-sonnet-4-5","claude-sonnet-4-5-20250929"],0,null,-1,0,null,null,1,"i3 c0.3 w3.75 o15|200000 i6 c0.6 w7.5 o22.5"],' +
  '["openrouter",["claude-sonnet-5"],0,null,-1,0,null,null,1,"i2 c0.2 w2.5 o10"],' +
  '["openrouter",["codellama-34b-instruct"],8,null,-1,0,null,null,4,"i0.5 o0.5"],' +
  '["openrouter",["codellama-7b-instruct-solidity"],8,null,-1,0,null,null,1,"i0.8 o1.2"],' +
  '["openrouter",["coder-large","skyfall-36b-v2","valkyrie-49b-v1","virtuoso-medium-v2"],-1,null,-1,0,null,null,1,"i0.5 o0.8"],' +
  '["openrouter",["codestral-2501"],2,null,-1,0,null,null,1,"i0.3 o0.9"],' +
  '["openrouter",["codestral-2508"],2,null,-1,0,null,null,1,"i0.3 c0.03 o0.9"],' +
  '["openrouter",["codestral-mamba","mistral-tiny"],2,null,-1,0,null,null,1,"i0.25 o0.25"],' +
  '["openrouter",["codex-mini"],1,null,-1,0,null,null,1,"i1.5 c0.375 o6"],' +
  '["openrouter",["cogito-v2.1-671b"],-1,null,-1,0,null,null,1,"i1.25 o1.25"],' +
  '["openrouter",["command"],3,null,-1,0,null,null,1,"i1 o2"],' +
  '["openrouter",["command-a","command-r-plus-08-2024"],3,null,-1,0,null,null,1,"i2.5 o10"],' +
  '["openrouter",["command-r"],3,null,-1,0,null,null,1,"i0.5 o1.5"],' +
  '["openrouter",["command-r-08-2024"],3,null,-1,0,null,null,1,"i0.15 o0.6"],' +
  '["openrouter",["command-r-plus"],3,null,-1,0,null,null,1,"i3 o15"],' +
  '["openrouter",["command-r7b-12-2024"],3,null,-1,0,null,null,1,"i0.0375 o0.15"],' +
  '["openrouter",["cydonia-24b-v4.1"],-1,null,-1,0,null,null,1,"i0.3 c0.15 o0.5"],' +
  '["openrouter",["dbrx-instruct"],-1,null,-1,0,null,null,4,"i0.6 o0.6"],' +
  '["openrouter",["deepseek-chat"],4,null,-1,0,null,null,1,"i0.38 o0.89"],' +
  '["openrouter",["deepseek-chat-v3-0324"],4,null,-1,0,null,null,1,"i0.3 o0.88"],' +
  '["openrouter",["deepseek-chat-v3.1"],4,null,-1,0,null,null,1,"i0.21 c0.13 o0.79"],' +
  '["openrouter",["deepseek-coder"],4,null,-1,0,null,null,4,"i0.14 o0.28"],' +
  '["openrouter",["deepseek-prover-v2"],4,null,-1,0,null,null,1,"i0.5 o2.18"],' +
  '["openrouter",["deepseek-r1"],4,null,-1,0,null,null,1,"i0.45 o2.15"],' +
  '["openrouter",["deepseek-r1-0528"],4,null,-1,0,null,null,14,"i0.5 c0.35 o2.15"],' +
  '["openrouter",["deepseek-r1-0528-qwen3-8b"],4,null,-1,0,null,null,1,"i0.05 o0.1"],' +
  '["openrouter",["deepseek-r1-distill-llama-70b"],4,null,-1,0,null,null,1,"i0.1 o0.4"],' +
  '["openrouter",["deepseek-r1-distill-llama-8b"],4,null,-1,0,null,null,1,"i0.04 o0.04"],' +
  '["openrouter",["deepseek-r1-distill-qwen-1.5b"],4,null,-1,0,null,null,1,"i0.18 o0.18"],' +
  '["openrouter",["deepseek-r1-distill-qwen-14b"],4,null,-1,0,null,null,1,"i0.15 o0.15"],' +
  '["openrouter",["deepseek-r1-distill-qwen-32b"],4,null,-1,0,null,null,1,"i0.12 o0.18"],' +
  '["openrouter",["deepseek-r1-distill-qwen-7b"],4,null,-1,0,null,null,1,"i0.1 o0.2"],' +
  '["openrouter",["deepseek-v3.1-nex-n1"],4,null,-1,0,null,null,15,"i0.135 o0.5"],' +
  '["openrouter",["deepseek-v3.1-terminus"],4,null,-1,0,null,null,1,"i0.23 o0.9"],' +
  '["openrouter",["deepseek-v3.2"],4,null,-1,0,null,null,1,"i0.2288 o0.3432"],' +
  '["openrouter",["deepseek-v3.2-exp"],4,null,-1,0,null,null,1,"i0.27 o0.41"],' +
  '["openrouter",["deepseek-v3.2-speciale"],4,null,-1,0,null,null,15,"i0.287 c0.058 o0.431"],' +
  '["openrouter",["deepseek-v4-flash"],4,null,-1,0,null,null,1,"i0.0983 c0.0197 o0.1966"],' +
  '["openrouter",["deepseek-v4-pro"],4,null,-1,0,null,null,1,"i0.435 c0.003625 o0.87"],' +
  '["openrouter",["devstral-2512","mistral-medium-3.1"],2,null,-1,0,null,null,1,"i0.4 c0.04 o2"],' +
  '["openrouter",["devstral-medium"],2,null,-1,0,null,null,15,"i0.4 c0.04 o2"],' +
  '["openrouter",["devstral-small"],2,null,-1,0,null,null,1,"i0.06 o0.12"],' +
  '["openrouter",["dolphin-mixtral-8x22b"],-1,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["openrouter",["ernie-4.5-21b-a3b","ernie-4.5-21b-a3b-thinking"],-1,null,-1,0,null,null,15,"i0.07 o0.28"],' +
  '["openrouter",["ernie-4.5-300b-a47b"],-1,null,-1,0,null,null,15,"i0.28 o1.1"],' +
  '["openrouter",["ernie-4.5-vl-28b-a3b"],-1,null,-1,0,null,null,15,"i0.14 o0.56"],' +
  '["openrouter",["ernie-4.5-vl-424b-a47b"],-1,null,-1,0,null,null,1,"i0.42 o1.25"],' +
  '["openrouter",["eva-llama-3.33-70b","eva-qwen-2.5-72b"],-1,null,-1,0,null,null,1,"i4 o6"],' +
  '["openrouter",["eva-qwen-2.5-32b","openhands-lm-32b-v0.1"],-1,null,-1,0,null,null,1,"i2.6 o3.4"],' +
  '["openrouter",["fimbulvetr-11b-v2","llemma-7b","mn-celeste-12b","mn-inferor-12b","mn-starcannon-12b","morph-v3-fast","mythalion-13b","remm-slerp-l2-13b","toppy-m-7b"],-1,null,-1,0,null,null,1,"i0.8 o1.2"],' +
  '["openrouter",["firellava-13b"],-1,null,-1,0,null,null,4,"i0.2 o0.2"],' +
  '["openrouter",["gemini-2.0-flash-001"],10,null,-1,0,null,null,8,"i0.1 c0.025 w0.1833 o0.4 a0.7"],' +
  '["openrouter",["gemini-2.0-flash-lite-001"],10,null,-1,0,null,null,14,"i0.075 o0.3 r0.3 a0.075"],' +
  '["openrouter",["gemini-2.5-flash"],10,null,-1,0,null,null,8,"i0.3 c0.075 w0.3833 o2.5 a0.7"],' +
  '["openrouter",["gemini-2.5-flash-image"],10,null,-1,0,null,null,14,"i0.3 c0.03 w0.08333333333333334 o2.5 r2.5 a1"],' +
  '["openrouter",["gemini-2.5-flash-lite","gemini-2.5-flash-lite-preview-09-2025"],10,null,-1,0,null,null,14,"i0.1 c0.01 w0.08333333333333334 o0.4 r0.4 a0.3"],' +
  '["openrouter",["gemini-2.5-flash-lite-preview-06-17"],10,null,-1,0,null,null,1,"i0.1 o0.4"],' +
  '["openrouter",["gemini-2.5-flash-preview","gemini-2.5-flash-preview-05-20"],10,null,-1,0,null,null,1,"i0.15 c0.0375 w0.2333 o0.6"],' +
  '["openrouter",["gemini-2.5-flash-preview-09-2025"],10,null,-1,0,null,null,1,"i0.3 c0.075 w0.383 o2.5"],' +
  '["openrouter",["gemini-2.5-pro"],10,null,-1,0,null,null,8,"i1.25 c0.31 w1.625 o10 a0.7"],' +
  '["openrouter",["gemini-2.5-pro-preview","gemini-2.5-pro-preview-05-06"],10,null,-1,0,null,null,1,"i1.25 c0.31 w1.625 o10"],' +
  '["openrouter",["gemini-2.5-pro-preview-03-25"],10,null,-1,0,null,null,1,"i1.25 o10"],' +
  '["openrouter",["gemini-3-flash-preview"],10,null,-1,0,null,null,14,"i0.5 c0.05 w0.08333333333333334 o3 r3 a1"],' +
  '["openrouter",["gemini-3-pro-image-preview","gemini-3.1-pro-preview","gemini-3.1-pro-preview-customtools"],10,null,-1,0,null,null,14,"i2 c0.2 w0.375 o12 r12 a2"],' +
  '["openrouter",["gemini-3.1-flash-image-preview"],10,null,-1,0,null,null,1,"i0.5 o3"],' +
  '["openrouter",["gemini-3.1-flash-lite","gemini-3.1-flash-lite-preview"],10,null,-1,0,null,null,14,"i0.25 c0.025 w0.08333333333333334 o1.5 r1.5 a0.5"],' +
  '["openrouter",["gemini-3.5-flash"],10,null,-1,0,null,null,1,"i1.5 c0.15 w0.08333333333333334 o9"],' +
  '["openrouter",["gemini-flash-1.5"],10,null,-1,0,null,null,1,"i0.075 c0.01875 w0.1583 o0.3"],' +
  '["openrouter",["gemini-flash-1.5-8b"],10,null,-1,0,null,null,1,"i0.0375 c0.01 w0.0583 o0.15"],' +
  '["openrouter",["gemini-pro","gemini-pro-vision"],10,null,-1,0,null,null,1,"i0.5 o1.5"],' +
  '["openrouter",["gemini-pro-1.5"],10,null,-1,0,null,null,1,"i1.25 o5"],' +
  '["openrouter",["gemma-2-27b-it"],10,null,-1,0,null,null,1,"i0.8 o0.8"],' +
  '["openrouter",["gemma-2-9b-it"],10,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["openrouter",["gemma-3-12b-it"],10,null,-1,0,null,null,1,"i0.05 o0.1"],' +
  '["openrouter",["gemma-3-27b-it"],10,null,-1,0,null,null,1,"i0.1 o0.2"],' +
  '["openrouter",["gemma-3-4b-it"],10,null,-1,0,null,null,1,"i0.02 o0.04"],' +
  '["openrouter",["gemma-3n-e4b-it"],10,null,-1,0,null,null,1,"i0.06 o0.12"],' +
  '["openrouter",["gemma-4-26b-a4b-it"],10,null,-1,0,null,null,1,"i0.06 o0.33"],' +
  '["openrouter",["gemma-4-31b-it"],10,null,-1,0,null,"2026-08-27",1,"i0.12 c0.09 o0.36"],' +
  '["openrouter",["gemma-4-31b-it"],10,null,-1,0,"2026-08-27",null,1,"i0.09 c0.05 o0.34"],' +
  '["openrouter",["glm-4-32b"],15,null,-1,0,null,null,1,"i0.24 o0.24"],' +
  '["openrouter",["glm-4.5"],15,null,-1,0,null,null,1,"i0.6 c0.11 o2.2"],' +
  '["openrouter",["glm-4.5-air"],15,null,-1,0,null,null,1,"i0.125 c0.06 o0.85"],' +
  '["openrouter",["glm-4.5v"],15,null,-1,0,null,null,1,"i0.6 c0.11 o1.8"],' +
  '["openrouter",["glm-4.6"],15,null,-1,0,null,null,1,"i0.43 c0.08 o1.74"],' +
  '["openrouter",["glm-4.6v"],15,null,-1,0,null,null,1,"i0.3 c0.05 o0.9"],' +
  '["openrouter",["glm-4.7"],15,null,-1,0,null,null,1,"i0.4 c0.08 o1.75"],' +
  '["openrouter",["glm-4.7-flash","glm-4.7-flash-20260119"],15,null,-1,0,null,null,1,"i0.06 c0.01 o0.4"],' +
  '["openrouter",["glm-5","glm-5-20260211"],15,null,-1,0,null,null,1,"i0.6 c0.12 o1.92"],' +
  '["openrouter",["glm-5-turbo","glm-5-turbo-20260315","glm-5v-turbo"],15,null,-1,0,null,null,1,"i1.2 c0.24 o4"],' +
  '["openrouter",["glm-5.1","glm-5.1-20260406"],15,null,-1,0,null,null,1,"i0.98 c0.182 o3.08"],' +
  '["openrouter",["glm-5.2","glm-5.2-20260616","glm-5.3","glm-5.3-20260816"],15,null,-1,0,null,null,1,"i1.4 c0.26 o4.4"],' +
  '["openrouter",["glm-5.3-flash"],15,null,-1,0,null,null,1,"i0.075 c0.015 o0.25"],' +
  '["openrouter",["glm-z1-32b","glm-z1-rumination-32b"],-1,null,-1,0,null,null,1,"i0.24 o0.24"],' +
  '["openrouter",["goliath-120b"],-1,null,-1,0,null,null,1,"i6.5625 o9.375"],' +
  '["openrouter",["gpt-3.5-turbo","gpt-3.5-turbo-0125"],1,null,-1,0,null,null,1,"i0.5 o1.5"],' +
  '["openrouter",["gpt-3.5-turbo-0613","gpt-3.5-turbo-1106"],1,null,-1,0,null,null,1,"i1 o2"],' +
  '["openrouter",["gpt-3.5-turbo-16k"],1,null,-1,0,null,null,1,"i3 o4"],' +
  '["openrouter",["gpt-3.5-turbo-instruct"],1,null,-1,0,null,null,1,"i1.5 o2"],' +
  '["openrouter",["gpt-4","gpt-4-0314"],1,null,-1,0,null,null,1,"i30 o60"],' +
  '["openrouter",["gpt-4-1106-preview","gpt-4-turbo","gpt-4-turbo-preview"],1,null,-1,0,null,null,1,"i10 o30"],' +
  '["openrouter",["gpt-4-32k","gpt-4-32k-0314"],1,null,-1,0,null,null,1,"i60 o120"],' +
  '["openrouter",["gpt-4-vision-preview"],1,null,-1,0,null,null,4,"i10 o30"],' +
  '["openrouter",["gpt-4.1","o3","o4-mini-deep-research"],1,null,-1,0,null,null,1,"i2 c0.5 o8"],' +
  '["openrouter",["gpt-4.1-mini","gpt-4.1-mini-2025-04-14"],1,null,-1,0,null,null,1,"i0.4 c0.1 o1.6"],' +
  '["openrouter",["gpt-4.1-nano"],1,null,-1,0,null,null,1,"i0.1 c0.025 o0.4"],' +
  '["openrouter",["gpt-4.5-preview"],1,null,-1,0,null,null,1,"i75 c37.5 o150"],' +
  '["openrouter",["gpt-4o","gpt-4o-search-preview"],1,null,-1,0,null,null,1,"i2.5 o10"],' +
  '["openrouter",["gpt-4o-2024-08-06","gpt-4o-2024-11-20"],1,null,-1,0,null,null,14,"i2.5 c1.25 o10"],' +
  '["openrouter",["gpt-4o-audio-preview"],1,null,-1,0,null,null,14,"i2.5 o10 a40"],' +
  '["openrouter",["gpt-4o-mini","gpt-4o-mini-2024-07-18"],1,null,-1,0,null,null,1,"i0.15 c0.075 o0.6"],' +
  '["openrouter",["gpt-4o-mini-search-preview"],1,null,-1,0,null,null,1,"i0.15 o0.6"],' +
  '["openrouter",["gpt-5","gpt-5-2025-08-07","gpt-5-chat","gpt-5-codex","gpt-5.1-codex-max"],1,null,-1,0,null,null,1,"i1.25 c0.125 o10"],' +
  '["openrouter",["gpt-5-image"],1,null,-1,0,null,null,1,"i10 c1.25 o10"],' +
  '["openrouter",["gpt-5-image-mini"],1,null,-1,0,null,null,1,"i2.5 c0.25 o2"],' +
  '["openrouter",["gpt-5-mini","gpt-5-mini-2025-08-07","gpt-5.1-codex-mini","gpt-5.1-codex-mini-20251113"],1,null,-1,0,null,null,1,"i0.25 c0.025 o2"],' +
  '["openrouter",["gpt-5-nano"],1,null,-1,0,null,null,1,"i0.05 c0.01 o0.4"],' +
  '["openrouter",["gpt-5-pro"],1,null,-1,0,null,null,1,"i15 o120"],' +
  '["openrouter",["gpt-5.1","gpt-5.1-chat","gpt-5.1-codex"],1,null,-1,0,null,null,1,"i1.25 c0.13 o10"],' +
  '["openrouter",["gpt-5.2","gpt-5.2-20251211","gpt-5.2-chat","gpt-5.2-codex","gpt-5.3-chat","gpt-5.3-codex","gpt-5.3-codex-20260224"],1,null,-1,0,null,null,1,"i1.75 c0.175 o14"],' +
  '["openrouter",["gpt-5.2-pro","gpt-5.2-pro-20251211"],1,null,-1,0,null,null,1,"i21 o168"],' +
  '["openrouter",["gpt-5.4","gpt-5.4-20260305"],1,null,-1,0,null,null,1,"i2.5 c0.25 o15|272000 i5 c0.5 o22.5"],' +
  '["openrouter",["gpt-5.4-image-2"],1,null,-1,0,null,null,1,"i8 c2 o15"],' +
  '["openrouter",["gpt-5.4-mini"],1,null,-1,0,null,null,1,"i0.75 c0.075 o4.5"],' +
  '["openrouter",["gpt-5.4-nano"],1,null,-1,0,null,null,1,"i0.2 c0.02 o1.25"],' +
  '["openrouter",["gpt-5.4-pro","gpt-5.5-pro"],1,null,-1,0,null,null,1,"i30 o180|272000 i60 o270"],' +
  '["openrouter",["gpt-5.5"],1,null,-1,0,null,null,1,"i5 c0.5 o30|272000 i10 c1 o45"],' +
  '["openrouter",["gpt-5.6-luna"],1,null,-1,0,null,null,1,"i0.2 c0.02 w0.25 o1.2|272000 i0.4 c0.04 w0.5 o1.8"],' +
  '["openrouter",["gpt-5.6-sol","gpt-6-sol","gpt-6-sol-pro"],1,null,-1,0,null,null,1,"i2 c0.2 w2.5 o10|272000 i4 c0.4 w5 o15"],' +
  '["openrouter",["gpt-5.6-terra"],1,null,-1,0,null,null,1,"i2 c0.2 w2.5 o12|272000 i4 c0.4 w5 o18"],' +
  '["openrouter",["gpt-6-luna","gpt-6-luna-pro"],1,null,-1,0,null,null,1,"i0.1 c0.01 w0.125 o0.5|272000 i0.2 c0.02 w0.25 o0.75"],' +
  '["openrouter",["gpt-audio"],1,null,-1,0,null,null,14,"i2.5 o10 a32"],' +
  '["openrouter",["gpt-audio-mini"],1,null,-1,0,null,null,14,"i0.6 o2.4 a0.6"],' +
  '["openrouter",["gpt-chat-latest"],-1,null,-1,0,null,null,1,"i5 c0.5 o30"],' +
  '["openrouter",["gpt-oss-120b"],1,null,-1,0,null,null,1,"i0.039 o0.18"],' +
  '["openrouter",["gpt-oss-20b"],1,null,-1,0,null,null,1,"i0.029 o0.14"],' +
  '["openrouter",["gpt-oss-safeguard-20b"],1,null,-1,0,null,null,1,"i0.075 c0.037 o0.3"],' +
  '["openrouter",["granite-4.0-h-micro"],17,null,-1,0,null,null,1,"i0.017 o0.112"],' +
  '["openrouter",["granite-4.1-8b"],17,null,-1,0,null,null,14,"i0.05 c0.05 o0.1"],' +
  '["openrouter",["grok-2-1212","grok-2-vision-1212"],5,null,-1,0,null,null,1,"i2 o10"],' +
  '["openrouter",["grok-3"],5,null,-1,0,null,null,1,"i3 c0.75 o15"],' +
  '["openrouter",["grok-3-beta"],5,null,-1,0,null,null,14,"i3 c0.75 o15"],' +
  '["openrouter",["grok-3-mini"],5,null,-1,0,null,null,1,"i0.3 c0.075 o0.5"],' +
  '["openrouter",["grok-3-mini-beta"],5,null,-1,0,null,null,14,"i0.3 c0.075 o0.5"],' +
  '["openrouter",["grok-4"],5,null,-1,0,null,null,15,"i3 c0.75 o15"],' +
  '["openrouter",["grok-4-fast"],5,null,-1,0,null,null,1,"i0.2 c0.05 o0.5|128000 i0.4 c0.05 o1"],' +
  '["openrouter",["grok-4.1-fast"],5,null,-1,0,null,null,15,"i0.2 c0.05 o0.5"],' +
  '["openrouter",["grok-4.20","grok-4.3"],5,null,-1,0,null,null,1,"i1.25 c0.2 o2.5"],' +
  '["openrouter",["grok-4.20-multi-agent"],5,null,-1,0,null,null,1,"i2 c0.2 o6"],' +
  '["openrouter",["grok-beta","grok-vision-beta"],5,null,-1,0,null,null,1,"i5 o15"],' +
  '["openrouter",["grok-build-0.1"],-1,null,-1,0,null,null,1,"i1 c0.2 o2"],' +
  '["openrouter",["grok-code-fast-1"],5,null,-1,0,null,null,1,"i0.2 c0.02 o1.5"],' +
  '["openrouter",["hermes-2-pro-llama-3-8b"],-1,null,-1,0,null,null,1,"i0.025 o0.04"],' +
  '["openrouter",["hermes-3-llama-3.1-405b","l3.1-euryale-70b","l3.3-euryale-70b"],-1,null,-1,0,null,null,1,"i0.7 o0.8"],' +
  '["openrouter",["hermes-3-llama-3.1-70b"],-1,null,-1,0,null,null,1,"i0.12 o0.3"],' +
  '["openrouter",["hermes-4-405b","relace-search"],-1,null,-1,0,null,null,1,"i1 o3"],' +
  '["openrouter",["hermes-4-70b"],-1,null,-1,0,null,null,1,"i0.13 o0.4"],' +
  '["openrouter",["hunyuan-a13b-instruct"],-1,null,-1,0,null,null,1,"i0.14 o0.57"],' +
  '["openrouter",["hy3-preview"],-1,null,-1,0,null,null,1,"i0.063 c0.021 o0.21"],' +
  '["openrouter",["inflection-3-pi","inflection-3-productivity"],-1,null,-1,0,null,null,1,"i2.5 o10"],' +
  '["openrouter",["intellect-3"],-1,null,-1,0,null,null,1,"i0.2 o1.1"],' +
  '["openrouter",["jamba-1-5-large","jamba-1.6-large","jamba-large-1.7"],6,null,-1,0,null,null,1,"i2 o8"],' +
  '["openrouter",["jamba-1-5-mini","jamba-1.6-mini"],6,null,-1,0,null,null,1,"i0.2 o0.4"],' +
  '["openrouter",["jamba-instruct"],6,null,-1,0,null,null,1,"i0.5 o0.7"],' +
  '["openrouter",["kat-coder-pro-v2"],-1,null,-1,0,null,null,1,"i0.3 c0.06 o1.2"],' +
  '["openrouter",["kimi-k2"],7,null,-1,0,null,null,1,"i0.57 o2.3"],' +
  '["openrouter",["kimi-k2-0905"],7,null,-1,0,null,null,1,"i0.6 o2.5"],' +
  '["openrouter",["kimi-k2-thinking"],7,null,-1,0,null,null,14,"i0.6 c0.15 o2.5"],' +
  '["openrouter",["kimi-k2.5"],7,null,-1,0,null,null,1,"i0.4 c0.09 o1.9"],' +
  '["openrouter",["kimi-k2.6"],7,null,-1,0,null,null,1,"i0.68 c0.34 o3.41"],' +
  '["openrouter",["kimi-k2.7-code","kimi-k2.7-code-20260612"],7,null,-1,0,null,null,1,"i0.75 c0.16 o3.5"],' +
  '["openrouter",["kimi-k3","kimi-k3-20260715"],7,null,-1,0,null,null,1,"i3 c0.3 o15"],' +
  '["openrouter",["l3-euryale-70b"],-1,null,-1,0,null,null,1,"i1.48 o1.48"],' +
  '["openrouter",["l3-lunaris-8b"],-1,null,-1,0,null,null,1,"i0.02 o0.05"],' +
  '["openrouter",["l3.1-70b-hanami-x1","magnum-v2-72b","yi-large"],-1,null,-1,0,null,null,1,"i3 o3"],' +
  '["openrouter",["l3.3-electra-r1-70b"],-1,null,-1,0,null,null,1,"i0.7 o0.95"],' +
  '["openrouter",["lfm-2-24b-a2b"],-1,null,-1,0,null,null,1,"i0.03 o0.12"],' +
  '["openrouter",["lfm-3b"],-1,null,-1,0,null,null,1,"i0.02 o0.02"],' +
  '["openrouter",["lfm-40b","rnj-1-instruct"],-1,null,-1,0,null,null,1,"i0.15 o0.15"],' +
  '["openrouter",["lfm-7b"],-1,null,-1,0,null,null,1,"i0.01 o0.01"],' +
  '["openrouter",["ling-2.6-1t","ring-2.6-1t"],-1,null,-1,0,null,null,1,"i0.075 c0.015 o0.625"],' +
  '["openrouter",["ling-2.6-flash"],-1,null,-1,0,null,null,1,"i0.01 c0.002 o0.03"],' +
  '["openrouter",["llama-2-13b-chat"],8,null,-1,0,null,null,1,"i0.22 o0.22"],' +
  '["openrouter",["llama-2-70b-chat"],8,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["openrouter",["llama-3-70b-instruct"],8,null,-1,0,null,null,1,"i0.3 o0.4"],' +
  '["openrouter",["llama-3-8b-instruct"],8,null,-1,0,null,null,1,"i0.03 o0.06"],' +
  '["openrouter",["llama-3-lumimaid-70b"],8,null,-1,0,null,null,1,"i4 o6"],' +
  '["openrouter",["llama-3-lumimaid-8b","llama-3.1-lumimaid-8b"],8,null,-1,0,null,null,1,"i0.2 o1.25"],' +
  '["openrouter",["llama-3.1-405b"],8,null,-1,0,null,null,1,"i2 o2"],' +
  '["openrouter",["llama-3.1-405b-instruct"],8,null,-1,0,null,null,1,"i0.8 o0.8"],' +
  '["openrouter",["llama-3.1-70b-instruct"],8,null,-1,0,null,null,1,"i0.1 o0.28"],' +
  '["openrouter",["llama-3.1-8b-instruct"],8,null,-1,0,null,null,1,"i0.02 o0.03"],' +
  '["openrouter",["llama-3.1-lumimaid-70b"],8,null,-1,0,null,null,1,"i2.5 o3"],' +
  '["openrouter",["llama-3.1-nemotron-70b-instruct"],8,null,-1,0,null,null,1,"i0.12 o0.3"],' +
  '["openrouter",["llama-3.1-nemotron-ultra-253b-v1"],8,null,-1,0,null,null,1,"i0.6 o1.8"],' +
  '["openrouter",["llama-3.1-sonar-large-128k-online"],8,null,-1,0,null,null,1,"i1 o1"],' +
  '["openrouter",["llama-3.1-sonar-small-128k-online","llama-guard-2-8b"],8,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["openrouter",["llama-3.1-typhoon2-70b-instruct"],8,null,-1,0,null,null,1,"i0.88 o0.88"],' +
  '["openrouter",["llama-3.1-typhoon2-8b-instruct"],8,null,-1,0,null,null,1,"i0.18 o0.18"],' +
  '["openrouter",["llama-3.2-11b-vision-instruct"],8,null,-1,0,null,null,1,"i0.049 o0.049"],' +
  '["openrouter",["llama-3.2-1b-instruct"],8,null,-1,0,null,null,1,"i0.005 o0.01"],' +
  '["openrouter",["llama-3.2-3b-instruct"],8,null,-1,0,null,null,1,"i0.01 o0.02"],' +
  '["openrouter",["llama-3.2-90b-vision-instruct"],8,null,-1,0,null,null,1,"i1.2 o1.2"],' +
  '["openrouter",["llama-3.3-70b-instruct"],8,null,-1,0,null,null,1,"i0.05 o0.24"],' +
  '["openrouter",["llama-3.3-nemotron-super-49b-v1"],8,null,-1,0,null,null,1,"i0.13 o0.4"],' +
  '["openrouter",["llama-3.3-nemotron-super-49b-v1.5"],8,null,-1,0,null,null,1,"i0.4 o0.4"],' +
  '["openrouter",["llama-4-maverick"],8,null,-1,0,null,null,1,"i0.15 o0.6"],' +
  '["openrouter",["llama-4-scout"],8,null,-1,0,null,null,1,"i0.08 o0.3"],' +
  '["openrouter",["llama-guard-3-8b"],8,null,-1,0,null,null,1,"i0.02 o0.06"],' +
  '["openrouter",["llama-guard-4-12b"],8,null,-1,0,null,null,1,"i0.05 o0.05"],' +
  '["openrouter",["maestro-reasoning"],-1,null,-1,0,null,null,1,"i0.9 o3.3"],' +
  '["openrouter",["magistral-medium-2506"],2,null,-1,0,null,null,1,"i2 o5"],' +
  '["openrouter",["magistral-small-2506"],2,null,-1,0,null,null,1,"i0.5 o1.5"],' +
  '["openrouter",["magnum-72b","magnum-v4-72b"],-1,null,-1,0,null,null,1,"i1.5 o2.25"],' +
  '["openrouter",["mercury-2"],-1,null,-1,0,null,null,1,"i0.25 c0.025 o0.75"],' +
  '["openrouter",["mercury-coder-small-beta"],-1,null,-1,0,null,null,1,"i0.25 o1"],' +
  '["openrouter",["midnight-rose-70b"],-1,null,-1,0,null,null,1,"i0.8 o0.8"],' +
  '["openrouter",["mimo-v2-flash"],-1,null,-1,0,null,null,1,"i0.1 c0.01 o0.3"],' +
  '["openrouter",["mimo-v2-omni"],-1,null,-1,0,null,null,15,"i0.4 c0.08 o2"],' +
  '["openrouter",["mimo-v2-pro"],-1,null,-1,0,null,null,15,"i1 c0.2 o3"],' +
  '["openrouter",["mimo-v2.5"],-1,null,-1,0,null,null,1,"i0.14 c0.0028 o0.28"],' +
  '["openrouter",["mimo-v2.5-pro"],-1,null,-1,0,null,null,1,"i0.435 c0.0036 o0.87"],' +
  '["openrouter",["minimax-01"],16,null,-1,0,null,null,1,"i0.2 o1.1"],' +
  '["openrouter",["minimax-m1"],16,null,-1,0,null,null,1,"i0.3 o1.65"],' +
  '["openrouter",["minimax-m2"],16,null,-1,0,null,null,1,"i0.255 c0.03 o1"],' +
  '["openrouter",["minimax-m2-her","minimax-m2-her-20260123"],16,null,-1,0,null,null,1,"i0.3 c0.03 o1.2"],' +
  '["openrouter",["minimax-m2.1"],16,null,-1,0,null,null,1,"i0.29 c0.03 o0.95"],' +
  '["openrouter",["minimax-m2.5","minimax-m2.5-20260211"],16,null,-1,0,null,null,1,"i0.15 c0.05 o0.9"],' +
  '["openrouter",["minimax-m2.7","minimax-m2.7-20260318"],16,null,-1,0,null,null,1,"i0.27 c0.054 o1.08"],' +
  '["openrouter",["minimax-m3","minimax-m3-20260531"],16,null,-1,0,null,null,1,"i0.3 c0.06 o1.2"],' +
  '["openrouter",["ministral-14b-2512"],2,null,-1,0,null,null,1,"i0.2 c0.02 o0.2"],' +
  '["openrouter",["ministral-3b"],2,null,-1,0,null,null,1,"i0.04 o0.04"],' +
  '["openrouter",["ministral-3b-2512"],2,null,-1,0,null,null,1,"i0.1 c0.01 o0.1"],' +
  '["openrouter",["ministral-8b","pixtral-12b"],2,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["openrouter",["ministral-8b-2512"],2,null,-1,0,null,null,1,"i0.15 c0.015 o0.15"],' +
  '["openrouter",["mistral-7b-instruct","mistral-7b-instruct-v0.3"],2,null,-1,0,null,null,1,"i0.028 o0.054"],' +
  '["openrouter",["mistral-7b-instruct-v0.1"],2,null,-1,0,null,null,1,"i0.11 o0.19"],' +
  '["openrouter",["mistral-7b-instruct-v0.2"],2,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["openrouter",["mistral-large","mistral-large-2407","mistral-large-2411","pixtral-large-2411"],2,null,-1,0,null,null,14,"i2 c0.2 o6"],' +
  '["openrouter",["mistral-large-2512"],2,null,-1,0,null,null,1,"i0.5 c0.05 o1.5"],' +
  '["openrouter",["mistral-medium"],2,null,-1,0,null,null,1,"i2.75 o8.1"],' +
  '["openrouter",["mistral-medium-3"],2,null,-1,0,null,null,14,"i0.4 c0.04 o2"],' +
  '["openrouter",["mistral-medium-3-5"],2,null,-1,0,null,null,1,"i1.5 o7.5"],' +
  '["openrouter",["mistral-nemo"],2,null,-1,0,null,null,1,"i0.01 o0.019"],' +
  '["openrouter",["mistral-saba"],2,null,-1,0,null,null,14,"i0.2 c0.02 o0.6"],' +
  '["openrouter",["mistral-small"],2,null,-1,0,null,null,1,"i0.2 o0.6"],' +
  '["openrouter",["mistral-small-24b-instruct-2501"],2,null,-1,0,null,null,1,"i0.05 o0.09"],' +
  '["openrouter",["mistral-small-2603"],2,null,-1,0,null,null,1,"i0.15 c0.015 o0.6"],' +
  '["openrouter",["mistral-small-3.1-24b-instruct"],2,null,-1,0,null,null,1,"i0.05 o0.15"],' +
  '["openrouter",["mistral-small-3.2-24b-instruct"],2,null,-1,0,null,null,1,"i0.075 o0.2"],' +
  '["openrouter",["mixtral-8x22b-instruct"],2,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["openrouter",["mixtral-8x7b-instruct"],2,null,-1,0,null,null,1,"i0.24 o0.24"],' +
  '["openrouter",["morph-v3-large"],-1,null,-1,0,null,null,1,"i0.9 o1.9"],' +
  '["openrouter",["mythomax-l2-13b"],-1,null,-1,0,null,null,1,"i0.065 o0.065"],' +
  '["openrouter",["nemotron-3-nano-30b-a3b"],11,null,-1,0,null,null,1,"i0.05 o0.2"],' +
  '["openrouter",["nemotron-3-super-120b-a12b"],11,null,-1,0,null,null,1,"i0.09 o0.45"],' +
  '["openrouter",["nemotron-3-ultra-550b-a55b"],11,null,-1,0,null,null,1,"i0.5 c0.15 o2.5"],' +
  '["openrouter",["nemotron-nano-9b-v2"],11,null,-1,0,null,null,1,"i0.04 o0.16"],' +
  '["openrouter",["noromaid-20b"],-1,null,-1,0,null,null,1,"i0.75 o1.5"],' +
  '["openrouter",["nous-hermes-2-mixtral-8x7b-dpo"],-1,null,-1,0,null,null,1,"i0.6 o0.6"],' +
  '["openrouter",["nous-hermes-llama2-13b","spotlight"],-1,null,-1,0,null,null,1,"i0.18 o0.18"],' +
  '["openrouter",["nova-2-lite-v1"],12,null,-1,0,null,null,1,"i0.3 o2.5"],' +
  '["openrouter",["nova-lite-v1"],12,null,-1,0,null,null,1,"i0.06 o0.24"],' +
  '["openrouter",["nova-micro-v1"],12,null,-1,0,null,null,1,"i0.035 o0.14"],' +
  '["openrouter",["nova-premier-v1"],12,null,-1,0,null,null,1,"i2.5 c0.625 o12.5"],' +
  '["openrouter",["nova-pro-v1"],12,null,-1,0,null,null,1,"i0.8 o3.2"],' +
  '["openrouter",["o1","o1-preview","o1-preview-2024-09-12"],1,null,-1,0,null,null,1,"i15 c7.5 o60"],' +
  '["openrouter",["o1-mini","o1-mini-2024-09-12","o3-mini","o3-mini-high"],1,null,-1,0,null,null,1,"i1.1 c0.55 o4.4"],' +
  '["openrouter",["o1-pro"],1,null,-1,0,null,null,1,"i150 o600"],' +
  '["openrouter",["o3-deep-research"],1,null,-1,0,null,null,1,"i10 c2.5 o40"],' +
  '["openrouter",["o3-pro"],1,null,-1,0,null,null,1,"i20 o80"],' +
  '["openrouter",["o4-mini","o4-mini-high"],1,null,-1,0,null,null,1,"i1.1 c0.275 o4.4"],' +
  '["openrouter",["olmo-3-32b-think"],-1,null,-1,0,null,null,1,"i0.15 o0.5"],' +
  '["openrouter",["openchat-7b","wizardlm-2-7b"],-1,null,-1,0,null,null,1,"i0.07 o0.07"],' +
  '["openrouter",["palm-2-chat-bison","palm-2-chat-bison-32k","palm-2-codechat-bison","palm-2-codechat-bison-32k"],-1,null,-1,0,null,null,1,"i1 o2"],' +
  '["openrouter",["palmyra-x5"],13,null,-1,0,null,null,1,"i0.6 o6"],' +
  '["openrouter",["perceptron-mk1"],-1,null,-1,0,null,null,1,"i0.15 o1.5"],' +
  '["openrouter",["phi-3-medium-128k-instruct"],9,null,-1,0,null,null,1,"i1 o1"],' +
  '["openrouter",["phi-3-mini-128k-instruct","phi-3.5-mini-128k-instruct"],9,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["openrouter",["phi-4"],9,null,-1,0,null,null,1,"i0.07 o0.14"],' +
  '["openrouter",["phi-4-mini-instruct"],9,null,-1,0,null,null,14,"i0.08 c0.08 o0.35"],' +
  '["openrouter",["phi-4-multimodal-instruct"],9,null,-1,0,null,null,1,"i0.05 o0.1"],' +
  '["openrouter",["phi-4-reasoning-plus"],9,null,-1,0,null,null,1,"i0.07 o0.35"],' +
  '["openrouter",["qianfan-ocr-fast"],-1,null,-1,0,null,null,15,"i0.68 o2.81"],' +
  '["openrouter",["qwen-max"],14,null,-1,0,null,null,1,"i1.6 c0.64 o6.4"],' +
  '["openrouter",["qwen-plus"],14,null,-1,0,null,null,1,"i0.4 c0.16 o1.2"],' +
  '["openrouter",["qwen-plus-2025-07-28"],14,null,-1,0,null,null,14,"i0.26 w0.325 o0.78"],' +
  '["openrouter",["qwen-turbo"],14,null,-1,0,null,null,1,"i0.05 c0.02 o0.2"],' +
  '["openrouter",["qwen-vl-max"],14,null,-1,0,null,null,1,"i0.8 o3.2"],' +
  '["openrouter",["qwen-vl-plus"],14,null,-1,0,null,null,1,"i0.21 o0.63"],' +
  '["openrouter",["qwen2-72b-instruct","qwen2.5-vl-32b-instruct"],14,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["openrouter",["qwen2.5-72b-instruct"],14,null,-1,0,null,null,1,"i0.12 o0.39"],' +
  '["openrouter",["qwen2.5-7b-instruct"],14,null,-1,0,null,null,1,"i0.04 o0.1"],' +
  '["openrouter",["qwen2.5-coder-32b-instruct"],14,null,-1,0,null,null,1,"i0.06 o0.15"],' +
  '["openrouter",["qwen2.5-coder-7b-instruct","qwen2.5-vl-7b-instruct","qwq-32b-preview"],14,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["openrouter",["qwen2.5-vl-72b-instruct"],14,null,-1,0,null,null,1,"i0.6 o0.6"],' +
  '["openrouter",["qwen3-14b"],14,null,-1,0,null,null,1,"i0.06 o0.24"],' +
  '["openrouter",["qwen3-235b-a22b"],14,null,-1,0,null,null,1,"i0.13 o0.6"],' +
  '["openrouter",["qwen3-235b-a22b-2507"],14,null,-1,0,null,null,1,"i0.09 o0.1"],' +
  '["openrouter",["qwen3-235b-a22b-thinking-2507"],14,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["openrouter",["qwen3-30b-a3b"],14,null,-1,0,null,null,1,"i0.08 o0.29"],' +
  '["openrouter",["qwen3-30b-a3b-instruct-2507"],14,null,-1,0,null,null,1,"i0.04815 o0.19305"],' +
  '["openrouter",["qwen3-30b-a3b-thinking-2507"],14,null,-1,0,null,null,14,"i0.08 c0.08 o0.4"],' +
  '["openrouter",["qwen3-32b"],14,null,-1,0,null,null,1,"i0.1 o0.3"],' +
  '["openrouter",["qwen3-8b"],14,null,-1,0,null,null,1,"i0.035 o0.138"],' +
  '["openrouter",["qwen3-coder","qwen3-coder-480b-a35b-07-25"],14,null,-1,0,null,null,1,"i0.22 o1.8"],' +
  '["openrouter",["qwen3-coder-30b-a3b-instruct"],14,null,-1,0,null,null,1,"i0.07 o0.27"],' +
  '["openrouter",["qwen3-coder-flash"],14,null,-1,0,null,null,1,"i0.195 c0.039 w0.24375 o0.975"],' +
  '["openrouter",["qwen3-coder-next","qwen3-coder-next-2025-02-03"],14,null,-1,0,null,null,1,"i0.11 c0.07 o0.8"],' +
  '["openrouter",["qwen3-coder-plus"],14,null,-1,0,null,null,1,"i0.65 c0.13 w0.8125 o3.25"],' +
  '["openrouter",["qwen3-max"],14,null,-1,0,null,null,1,"i1.2 o6"],' +
  '["openrouter",["qwen3-max-thinking","qwen3-max-thinking-20260123"],14,null,-1,0,null,null,1,"i0.78 o3.9"],' +
  '["openrouter",["qwen3-next-80b-a3b-instruct","qwen3-next-80b-a3b-instruct-2509"],14,null,-1,0,null,null,1,"i0.09 o1.1"],' +
  '["openrouter",["qwen3-next-80b-a3b-thinking","qwen3-next-80b-a3b-thinking-2509"],14,null,-1,0,null,null,1,"i0.0975 o0.78"],' +
  '["openrouter",["qwen3-vl-235b-a22b-instruct"],14,null,-1,0,null,null,1,"i0.2 c0.11 o0.88"],' +
  '["openrouter",["qwen3-vl-235b-a22b-thinking"],14,null,-1,0,null,null,1,"i0.26 o2.6"],' +
  '["openrouter",["qwen3-vl-30b-a3b-instruct"],14,null,-1,0,null,null,1,"i0.13 o0.52"],' +
  '["openrouter",["qwen3-vl-30b-a3b-thinking"],14,null,-1,0,null,null,1,"i0.13 o1.56"],' +
  '["openrouter",["qwen3-vl-32b-instruct"],14,null,-1,0,null,null,1,"i0.104 o0.416"],' +
  '["openrouter",["qwen3-vl-8b-instruct"],14,null,-1,0,null,null,1,"i0.08 o0.5"],' +
  '["openrouter",["qwen3-vl-8b-thinking"],14,null,-1,0,null,null,1,"i0.117 o1.365"],' +
  '["openrouter",["qwen3.5-122b-a10b","qwen3.5-122b-a10b-20260224"],14,null,-1,0,null,null,1,"i0.26 o2.08"],' +
  '["openrouter",["qwen3.5-27b","qwen3.5-27b-20260224"],14,null,-1,0,null,null,1,"i0.195 o1.56"],' +
  '["openrouter",["qwen3.5-35b-a3b","qwen3.5-35b-a3b-20260224"],14,null,-1,0,null,null,1,"i0.14 c0.05 o1"],' +
  '["openrouter",["qwen3.5-397b-a17b"],14,null,-1,0,null,null,14,"i0.39 c0.195 o2.34"],' +
  '["openrouter",["qwen3.5-397b-a17b-20260216"],14,null,-1,0,null,null,1,"i0.39 o2.34"],' +
  '["openrouter",["qwen3.5-9b","qwen3.5-9b-20260310"],14,null,-1,0,null,null,1,"i0.1 o0.15"],' +
  '["openrouter",["qwen3.5-flash-02-23"],14,null,-1,0,null,null,14,"i0.065 w0.08125 o0.26"],' +
  '["openrouter",["qwen3.5-flash-20260224"],14,null,-1,0,null,null,1,"i0.065 o0.26"],' +
  '["openrouter",["qwen3.5-plus-02-15","qwen3.5-plus-20260216"],14,null,-1,0,null,null,1,"i0.4 o2.4"],' +
  '["openrouter",["qwen3.5-plus-20260420"],14,null,-1,0,null,null,1,"i0.3 w0.375 o1.8"],' +
  '["openrouter",["qwen3.6-27b","qwen3.6-27b-20260422"],14,null,-1,0,null,null,1,"i0.289 o2.4"],' +
  '["openrouter",["qwen3.6-35b-a3b","qwen3.6-35b-a3b-20260415"],14,null,-1,0,null,null,1,"i0.14 o1"],' +
  '["openrouter",["qwen3.6-flash"],14,null,-1,0,null,null,1,"i0.1875 w0.234375 o1.125"],' +
  '["openrouter",["qwen3.6-max-preview","qwen3.6-max-preview-20260420"],14,null,-1,0,null,null,1,"i1.04 w1.3 o6.24"],' +
  '["openrouter",["qwen3.6-plus","qwen3.6-plus-04-02"],14,null,-1,0,null,null,1,"i0.325 w0.40625 o1.95"],' +
  '["openrouter",["qwen3.7-max","qwen3.7-max-20260520"],14,null,-1,0,null,null,1,"i1.25 c0.25 w1.5625 o3.75"],' +
  '["openrouter",["qwen3.7-plus","qwen3.7-plus-20260602"],14,null,-1,0,null,null,1,"i0.4 c0.08 w0.5 o1.6"],' +
  '["openrouter",["qwq-32b"],14,null,-1,0,null,null,1,"i0.15 o0.2"],' +
  '["openrouter",["r1-1776"],-1,null,-1,0,null,null,1,"i2 o8"],' +
  '["openrouter",["reka-edge"],-1,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["openrouter",["reka-flash-3"],-1,null,-1,0,null,null,1,"i0.1 o0.2"],' +
  '["openrouter",["relace-apply-3"],-1,null,-1,0,null,null,1,"i0.85 o1.25"],' +
  '["openrouter",["rocinante-12b"],-1,null,-1,0,null,null,1,"i0.25 o0.5"],' +
  '["openrouter",["router"],-1,null,-1,0,null,null,1,"i0.85 o3.4"],' +
  '["openrouter",["seed-1.6","seed-2.0-lite"],-1,null,-1,0,null,null,1,"i0.25 o2"],' +
  '["openrouter",["seed-1.6-flash"],-1,null,-1,0,null,null,1,"i0.075 o0.3"],' +
  '["openrouter",["seed-2.0-mini"],-1,null,-1,0,null,null,1,"i0.1 o0.4"],' +
  '["openrouter",["solar-pro-3"],-1,null,-1,0,null,null,1,"i0.15 c0.015 o0.6"],' +
  '["openrouter",["sonar"],18,null,-1,0,null,null,1,"i1 o1"],' +
  '["openrouter",["sonar-deep-research"],18,null,-1,0,null,null,1,"i2 o8 r3"],' +
  '["openrouter",["sonar-pro"],18,null,-1,0,null,null,1,"i3 o15"],' +
  '["openrouter",["sonar-pro-search"],18,null,-1,0,null,null,15,"i3 o15"],' +
  '["openrouter",["sonar-reasoning"],18,null,-1,0,null,null,1,"i1 o5"],' +
  '["openrouter",["sonar-reasoning-pro"],18,null,-1,0,null,null,1,"i2 o8"],' +
  '["openrouter",["sorcererlm-8x22b"],-1,null,-1,0,null,null,1,"i4.5 o4.5"],' +
  '["openrouter",["step-3.5-flash"],-1,null,-1,0,null,null,1,"i0.09 c0.02 o0.3"],' +
  '["openrouter",["step-3.7-flash"],-1,null,-1,0,null,null,1,"i0.2 c0.04 o1.15"],' +
  '["openrouter",["tongyi-deepresearch-30b-a3b"],-1,null,-1,0,null,null,15,"i0.09 c0.09 o0.45"],' +
  '["openrouter",["trinity-large-preview"],-1,null,-1,0,null,null,15,"i0.15 o0.45"],' +
  '["openrouter",["trinity-large-thinking"],-1,null,-1,0,null,null,1,"i0.22 c0.06 o0.85"],' +
  '["openrouter",["trinity-mini"],-1,null,-1,0,null,null,1,"i0.045 o0.15"],' +
  '["openrouter",["ui-tars-1.5-7b"],-1,null,-1,0,null,null,14,"i0.1 c0.1 o0.2"],' +
  '["openrouter",["virtuoso-large"],-1,null,-1,0,null,null,1,"i0.75 o1.2"],' +
  '["openrouter",["voxtral-small-24b-2507"],2,null,-1,0,null,null,14,"i0.1 c0.01 o0.3 a100"],' +
  '["openrouter",["wayfarer-large-70b-llama-3.3"],-1,null,-1,0,null,null,1,"i0.8 o0.9"],' +
  '["openrouter",["weaver"],-1,null,-1,0,null,null,1,"i1.125 o1.125"],' +
  '["openrouter",["xwin-lm-70b"],-1,null,-1,0,null,null,1,"i3.75 o3.75"],' +
  '["oracle",["grok-3-fast"],5,null,-1,0,null,null,4,"i5 o25"],' +
  '["oracle",["grok-3-mini"],5,null,-1,0,null,null,4,"i0.3 o0.5"],' +
  '["oracle",["grok-3-mini-fast"],5,null,-1,0,null,null,4,"i0.6 o4"],' +
  '["oracle",["llama-3.1-405b-instruct"],8,null,-1,0,null,null,4,"i10.68 o10.68"],' +
  '["oracle",["llama-3.2-90b-vision-instruct"],8,null,-1,0,null,null,4,"i2 o2"],' +
  '["oracle",["llama-3.3-70b-instruct","llama-4-maverick-17b-128e-instruct-fp8","llama-4-scout-17b-16e-instruct"],8,null,-1,0,null,null,4,"i0.72 o0.72"],' +
  '["perplexity",["codellama-34b-instruct"],8,null,-1,0,null,null,4,"i0.35 o1.4"],' +
  '["perplexity",["codellama-70b-instruct","llama-2-70b-chat"],8,null,-1,0,null,null,4,"i0.7 o2.8"],' +
  '["perplexity",["llama-3.1-70b-instruct","llama-3.1-sonar-large-128k-chat"],8,null,-1,0,null,null,4,"i1 o1"],' +
  '["perplexity",["llama-3.1-8b-instruct","llama-3.1-sonar-small-128k-chat"],8,null,-1,0,null,null,4,"i0.2 o0.2"],' +
  '["perplexity",["llama-3.1-sonar-huge-128k-online"],8,null,-1,0,null,null,4,"i5 o5"],' +
  '["perplexity",["llama-3.1-sonar-large-128k-online"],8,null,-1,0,null,null,1,"i1 o1"],' +
  '["perplexity",["llama-3.1-sonar-small-128k-online"],8,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["perplexity",["mistral-7b-instruct","mixtral-8x7b-instruct"],2,null,-1,0,null,null,4,"i0.07 o0.28"],' +
  '["perplexity",["pplx-70b-chat"],-1,null,-1,0,null,null,4,"i0.7 o2.8"],' +
  '["perplexity",["pplx-70b-online"],-1,null,-1,0,null,null,4,"i0 o2.8"],' +
  '["perplexity",["pplx-7b-chat"],-1,null,-1,0,null,null,4,"i0.07 o0.28"],' +
  '["perplexity",["pplx-7b-online"],-1,null,-1,0,null,null,4,"i0 o0.28"],' +
  '["perplexity",["r1-1776"],-1,null,-1,0,null,null,1,"i2 o8"],' +
  '["perplexity",["sonar"],18,null,-1,0,null,null,16,"i1 o1"],' +
  '["perplexity",["sonar-deep-research"],18,null,-1,0,null,null,1,"i2 o8 r3"],' +
  '["perplexity",["sonar-medium-chat"],18,null,-1,0,null,null,4,"i0.6 o1.8"],' +
  '["perplexity",["sonar-medium-online"],18,null,-1,0,null,null,4,"i0 o1.8"],' +
  '["perplexity",["sonar-pro"],18,null,-1,0,null,null,16,"i3 o15"],' +
  '["perplexity",["sonar-pro-search"],18,null,-1,0,null,null,1,"i3 o15"],' +
  '["perplexity",["sonar-reasoning"],18,null,-1,0,null,null,16,"i1 o5"],' +
  '["perplexity",["sonar-reasoning-pro"],18,null,-1,0,null,null,16,"i2 o8"],' +
  '["perplexity",["sonar-small-chat"],18,null,-1,0,null,null,4,"i0.07 o0.28"],' +
  '["perplexity",["sonar-small-online"],18,null,-1,0,null,null,4,"i0 o0.28"],' +
  '["together",["alpaca-7b","gpt-jt-moderation-6b","nous-capybara-7b-v1p9","nous-hermes-llama-2-7b","olmo-7b","olmo-7b-instruct","olmo-7b-twin-2t","openchat-3.5-1210","openhermes-2-mistral-7b","openhermes-2p5-mistral-7b","redpajama-incite-7b-base","redpajama-incite-7b-chat","redpajama-incite-7b-instruct","snorkel-mistral-pairrm-dpo","stripedhyena-hessian-7b","stripedhyena-nous-7b","toppy-m-7b","vicuna-7b-v1.5","yi-6b"],-1,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["together",["chronos-hermes-13b","mythomax-l2-13b","nexusraven-v2-13b","remm-slerp-l2-13b","solar-10.7b-instruct-v1.0","vicuna-13b-v1.5","wizardlm-13b-v1.2"],-1,null,-1,0,null,null,1,"i0.3 o0.3"],' +
  '["together",["codellama-13b-instruct-hf","llama-2-13b-chat-hf"],8,null,-1,0,null,null,1,"i0.225 o0.225"],' +
  '["together",["codellama-34b-instruct-hf"],8,null,-1,0,null,null,1,"i0.776 o0.776"],' +
  '["together",["codellama-70b-instruct-hf","llama-2-70b-chat-hf","llama-3-70b-chat-hf"],8,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["together",["codellama-7b-instruct-hf","llama-2-7b-32k-instruct","llama-2-7b-chat-hf","llama-3-8b-chat-hf"],8,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["together",["deepseek-coder-33b-instruct"],4,null,-1,0,null,null,1,"i0.8 o0.8"],' +
  '["together",["deepseek-r1"],4,null,-1,0,null,null,4,"i3 o7"],' +
  '["together",["deepseek-r1-0528-tput"],4,null,-1,0,null,null,4,"i0.55 o2.19"],' +
  '["together",["deepseek-v3"],4,null,-1,0,null,null,4,"i1.25 o1.25"],' +
  '["together",["gemma-2b","gemma-2b-it"],10,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["together",["gemma-7b","gemma-7b-it"],10,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["together",["glm-4.5-air-fp8"],15,null,-1,0,null,null,4,"i0.2 o1.1"],' +
  '["together",["gpt-oss-120b"],1,null,-1,0,null,null,4,"i0.15 o0.6"],' +
  '["together",["gpt-oss-20b"],1,null,-1,0,null,null,4,"i0.05 o0.2"],' +
  '["together",["kimi-k2-instruct"],7,null,-1,0,null,null,4,"i1 o3"],' +
  '["together",["llama-3-70b-instruct-lite"],8,null,-1,0,null,null,1,"i0.54 o0.54"],' +
  '["together",["llama-3-70b-instruct-turbo","llama-3.1-70b-instruct-turbo","llama-3.3-70b-instruct-turbo"],8,null,-1,0,null,null,1,"i0.88 o0.88"],' +
  '["together",["llama-3-8b-instruct-lite"],8,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["together",["llama-3-8b-instruct-turbo","llama-3.1-8b-instruct-turbo"],8,null,-1,0,null,null,1,"i0.18 o0.18"],' +
  '["together",["llama-3.1-405b-instruct-turbo"],8,null,-1,0,null,null,1,"i3.5 o3.5"],' +
  '["together",["llama-4-maverick-17b-128e-instruct-fp8"],8,null,-1,0,null,null,1,"i0.27 o0.85"],' +
  '["together",["llama-4-scout-17b-16e-instruct"],8,null,-1,0,null,null,1,"i0.18 o0.59"],' +
  '["together",["mistral-7b-instruct-v0.1","mistral-7b-instruct-v0.2","mistral-7b-openorca","mistral-7b-v0.1"],2,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["together",["mixtral-8x22b-instruct-v0.1"],2,null,-1,0,null,null,1,"i2.4 o2.4"],' +
  '["together",["mixtral-8x7b-instruct-v0.1","mixtral-8x7b-v0.1"],2,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["together",["nous-hermes-2-mixtral-8x7b-dpo","nous-hermes-2-mixtral-8x7b-sft","platypus2-70b-instruct"],-1,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["together",["nous-hermes-2-yi-34b","yi-34b"],-1,null,-1,0,null,null,1,"i0.8 o0.8"],' +
  '["together",["nous-hermes-llama2-13b"],-1,null,-1,0,null,null,1,"i0.225 o0.225"],' +
  '["together",["phi-2"],9,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["together",["qwen1.5-0.5b","qwen1.5-0.5b-chat","qwen1.5-1.8b","qwen1.5-1.8b-chat","qwen1.5-4b","qwen1.5-4b-chat"],14,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["together",["qwen1.5-14b","qwen1.5-14b-chat"],14,null,-1,0,null,null,1,"i0.3 o0.3"],' +
  '["together",["qwen1.5-72b"],14,null,-1,0,null,null,1,"i0.9 o0.9"],' +
  '["together",["qwen1.5-7b","qwen1.5-7b-chat"],14,null,-1,0,null,null,1,"i0.2 o0.2"],' +
  '["together",["qwen3-235b-a22b-fp8-tput"],14,null,-1,0,null,null,4,"i0.2 o0.6"],' +
  '["together",["qwen3-235b-a22b-instruct-2507-tput"],14,null,-1,0,null,null,4,"i0.2 o6"],' +
  '["together",["qwen3-235b-a22b-thinking-2507"],14,null,-1,0,null,null,4,"i0.65 o3"],' +
  '["together",["qwen3-coder-480b-a35b-instruct-fp8"],14,null,-1,0,null,null,4,"i2 o2"],' +
  '["together",["redpajama-incite-base-3b-v1","redpajama-incite-chat-3b-v1","redpajama-incite-instruct-3b-v1"],-1,null,-1,0,null,null,1,"i0.1 o0.1"],' +
  '["together",["together-ai-21.1b-41b"],-1,null,-1,0,null,null,4,"i0.8 o0.8"],' +
  '["together",["together-ai-4.1b-8b"],-1,null,-1,0,null,null,4,"i0.2 o0.2"],' +
  '["together",["together-ai-41.1b-80b"],-1,null,-1,0,null,null,4,"i0.9 o0.9"],' +
  '["together",["together-ai-8.1b-21b"],-1,null,-1,0,null,null,4,"i0.3 o0.3"],' +
  '["together",["together-ai-81.1b-110b"],-1,null,-1,0,null,null,4,"i1.8 o1.8"],' +
  '["together",["together-ai-embedding-151m-to-350m"],-1,null,-1,0,null,null,4,"i0.016"],' +
  '["together",["together-ai-embedding-up-to-150m"],-1,null,-1,0,null,null,4,"i0.008"],' +
  '["together",["together-ai-up-to-4b"],-1,null,-1,0,null,null,4,"i0.1 o0.1"],' +
  '["together",["wizardlm-2-8x22b"],-1,null,-1,0,null,null,1,"i1.2 o1.2"],' +
  '["vertex",["chat-bison","chat-bison-001","chat-bison-002","chat-bison-32k","chat-bison-32k-002","code-bison","code-bison-001","code-bison-002","code-bison-32k-002","code-bison32k","codechat-bison","codechat-bison-001","codechat-bison-002","codechat-bison-32k","codechat-bison-32k-002","text-bison32k","text-bison32k-002"],10,null,-1,0,null,null,4,"i0.125 o0.125"],' +
  '["vertex",["claude-3-5-haiku","claude-3-5-haiku-20241022"],0,null,-1,0,null,null,1,"i0.8 c0.08 w1 o4"],' +
  '["vertex",["claude-3-5-sonnet","claude-3-5-sonnet-20240620","claude-3-5-sonnet-v2","claude-3-5-sonnet-v2-20241022","claude-3-7-sonnet","claude-3-7-sonnet-20250219","claude-sonnet-4","claude-sonnet-4-20250514"],0,null,-1,0,null,null,1,"i3 c0.3 w3.75 o15"],' +
  '["vertex",["claude-3-haiku","claude-3-haiku-20240307"],0,null,-1,0,null,null,1,"i0.25 c0.03 w0.3 o1.25"],' +
  '["vertex",["claude-3-opus","claude-3-opus-20240229","claude-opus-4","claude-opus-4-1","claude-opus-4-1-20250805"],0,null,-1,0,null,null,1,"i15 c1.5 w18.75 o75"],' +
  '["vertex",["claude-3-sonnet","claude-3-sonnet-20240229"],0,null,-1,0,null,null,4,"i3 o15"],' +
  '["vertex",["claude-fable-5"],0,null,0,0,null,null,1,"i10 c1 w12.5 o50"],' +
  '["vertex",["claude-fable-5-1"],0,null,0,0,null,null,1,"i10 c0.25 w12.5 o50"],' +
  '["vertex",["claude-opus-4-1","claude-opus-4-1-20250805"],0,null,-1,1,null,null,4,"i7.5 o37.5"],' +
  '["vertex",["claude-opus-4-20250514"],0,null,-1,0,null,null,4,"i15 c1.5 w18.75 o75"],' +
  '["vertex",["claude-opus-4-6"],0,null,0,0,null,null,1,"i5 c0.5 w6.25 o25|200000 i10 c1 w12.5 o37.5"],' +
  '["vertex",["claude-opus-4-7","claude-opus-4-8","claude-opus-5"],0,null,0,0,null,null,1,"i5 c0.5 w6.25 o25"],' +
  '["vertex",["claude-opus-5-5"],0,null,0,0,null,null,1,"i4 c0.2 w5 o20"],' +
  '["vertex",["claude-sonnet-4-5"],0,null,0,0,null,null,1,"i3 c0.3 w3.75 o15|200000 i6 c0.6 w7.5 o22.5"],' +
  '["vertex",["claude-sonnet-4-6"],0,null,0,0,null,null,1,"i3 c0.3 w3.75 o15"],' +
  '["vertex",["code-gecko","code-gecko-001","code-gecko-002","code-gecko-latest"],-1,null,-1,0,null,null,4,"i0.125 o0.125"],' +
  '["vertex",["codestral","codestral-2405","codestral-2501"],2,null,-1,0,null,null,4,"i0.2 o0.6"],' +
  '["vertex",["deepseek-r1-0528-maas"],4,null,-1,0,null,null,4,"i1.35 o5.4"],' +
  '["vertex",["gemini-1.0-pro","gemini-1.0-pro-vision-001","gemini-pro"],10,null,-1,0,null,null,1,"i0.125 o0.375"],' +
  '["vertex",["gemini-1.0-pro-001","gemini-1.0-pro-002","gemini-1.0-pro-vision","gemini-1.0-ultra","gemini-1.0-ultra-001","gemini-pro-vision"],10,null,-1,0,null,null,4,"i0.5 o1.5"],' +
  '["vertex",["gemini-1.5-flash","gemini-1.5-flash-001","gemini-1.5-flash-002","gemini-1.5-flash-8b","gemini-1.5-flash-latest","gemini-flash-1.5"],10,null,-1,0,null,null,1,"i0.075 c0.01875 o0.3|128000 i0.15 c0.0375 o0.6"],' +
  '["vertex",["gemini-1.5-pro","gemini-1.5-pro-001","gemini-1.5-pro-002","gemini-1.5-pro-exp-0801","gemini-1.5-pro-latest","gemini-1.5-pro-preview-0215","gemini-1.5-pro-preview-0409","gemini-1.5-pro-preview-0514"],10,null,-1,0,null,null,1,"i1.25 o5|128000 i2.5 o10"],' +
  '["vertex",["gemini-2.0-flash","gemini-2.0-flash-0","gemini-2.0-flash-001","gemini-2.0-flash-exp","gemini-2.0-flash-latest","gemini-2.0-flash-thinking"],10,null,-1,0,null,null,1,"i0.1 c0.025 o0.4 a0.7"],' +
  '["vertex",["gemini-2.0-flash-lite","gemini-2.0-flash-lite-001"],10,null,-1,0,null,null,8,"i0.075 c0.01875 o0.3 a0.075"],' +
  '["vertex",["gemini-2.0-flash-lite-preview","gemini-2.0-flash-lite-preview-02-05"],10,null,-1,0,null,null,1,"i0.075 o0.3"],' +
  '["vertex",["gemini-2.0-flash-live-preview-04-09"],10,null,-1,0,null,null,4,"i0.5 c0.075 o2 a3 A12"],' +
  '["vertex",["gemini-2.0-flash-preview-image-generation"],10,null,-1,0,null,null,4,"i0.1 c0.025 o0.4 a0.7"],' +
  '["vertex",["gemini-2.0-pro-exp-02-05"],10,null,-1,0,null,null,4,"i1.25 c0.3125 o10|200000 i2.5 c0.3125 o15"],' +
  '["vertex",["gemini-2.5-flash","gemini-2.5-flash-latest","gemini-2.5-flash-preview-09-2025"],10,null,-1,0,null,null,1,"i0.3 c0.03 o2.5 a1"],' +
  '["vertex",["gemini-2.5-flash-image"],10,null,-1,0,null,null,1,"i0.3 o2.5 P30"],' +
  '["vertex",["gemini-2.5-flash-image-preview"],10,null,-1,0,null,null,8,"i0.3 c0.075 o2.5 r2.5 a1 P30"],' +
  '["vertex",["gemini-2.5-flash-lite","gemini-2.5-flash-lite-preview-06-17"],10,null,-1,0,null,null,1,"i0.1 c0.01 o0.4 a0.3"],' +
  '["vertex",["gemini-2.5-flash-lite-preview-tts","gemini-2.5-flash-preview-tts","gemini-2.5-flash-tts"],10,null,-1,0,null,null,1,"i0.5 o10"],' +
  '["vertex",["gemini-2.5-flash-native-audio-latest","gemini-2.5-flash-native-audio-preview"],10,null,-1,0,null,null,1,"i0.5 o2 a3 A12"],' +
  '["vertex",["gemini-2.5-flash-preview","gemini-2.5-flash-preview-05-20"],10,null,-1,0,null,null,1,"i0.15 o0.6"],' +
  '["vertex",["gemini-2.5-flash-preview-04-17"],10,null,-1,0,null,null,8,"i0.15 c0.0375 o0.6 r3.5 a1"],' +
  '["vertex",["gemini-2.5-pro","gemini-2.5-pro-exp-03-25","gemini-2.5-pro-preview-03-25","gemini-2.5-pro-preview-05-06","gemini-2.5-pro-preview-06-05"],10,null,-1,0,null,null,1,"i1.25 c0.125 o10|200000 i2.5 c0.25 o15"],' +
  '["vertex",["gemini-2.5-pro-preview-tts","gemini-2.5-pro-tts"],10,null,-1,0,null,null,1,"i1 o20"],' +
  '["vertex",["gemini-3-flash-preview"],10,null,-1,0,null,null,1,"i0.5 c0.05 o3 a1"],' +
  '["vertex",["gemini-3-pro-image","gemini-3-pro-image-preview"],10,null,-1,0,null,null,1,"i2 o12 P120"],' +
  '["vertex",["gemini-3-pro-preview","gemini-3-pro-text-preview","gemini-3.1-pro-preview"],10,null,-1,0,null,null,1,"i2 c0.2 o12|200000 i4 c0.4 o18"],' +
  '["vertex",["gemini-3.1-flash-image","gemini-3.1-flash-image-preview"],10,null,-1,0,null,null,1,"i0.5 o3 P60"],' +
  '["vertex",["gemini-3.1-flash-lite","gemini-3.1-flash-lite-preview"],10,null,-1,0,null,null,1,"i0.25 c0.025 o1.5 a0.5"],' +
  '["vertex",["gemini-3.1-flash-lite-image"],10,null,-1,0,null,null,1,"i0.25 o1.5 P30"],' +
  '["vertex",["gemini-3.1-flash-live-preview"],10,null,-1,0,null,null,1,"i0.75 o4.5 a3 A12 p1"],' +
  '["vertex",["gemini-3.5-flash","gemini-3.5-flash-preview"],10,null,-1,0,null,null,1,"i1.5 c0.15 o9"],' +
  '["vertex",["gemini-3.5-flash-lite"],10,null,-1,0,null,null,1,"i0.3 c0.03 o2.5"],' +
  '["vertex",["gemini-3.6-flash","gemini-3.7-flash","gemini-3.8-flash"],10,null,-1,0,null,"2027-01-01",1,"i0.75 c0.075 o3.75"],' +
  '["vertex",["gemini-3.6-flash","gemini-3.7-flash","gemini-3.8-flash"],10,null,-1,0,"2027-01-01",null,1,"i1.5 c0.15 o7.5"],' +
  '["vertex",["gemini-embedding-001"],10,null,-1,0,null,null,1,"i0.15"],' +
  '["vertex",["gemini-embedding-2"],10,null,-1,0,null,null,1,"i0.2 a6.5 p0.45"],' +
  '["vertex",["gemini-flash-1.5-8b"],10,null,-1,0,null,null,1,"i0.0375 c0.01 o0.15|128000 i0.075 c0.02 o0.3"],' +
  '["vertex",["gemini-live-2.5-flash"],-1,null,-1,0,null,null,1,"i0.5 o2 a3 A12"],' +
  '["vertex",["gemini-omni-flash-preview"],-1,null,-1,0,null,null,1,"i1.5 o9"],' +
  '["vertex",["gemini-pro-1.5"],10,null,-1,0,null,null,1,"i1.25 c0.3125 o5|128000 i2.5 c0.625 o10"],' +
  '["vertex",["gemma-2-27b-it"],10,null,-1,0,null,null,1,"i0.65 o0.65"],' +
  '["vertex",["gemma-4-26b-a4b-it-maas"],10,null,-1,0,null,null,1,"i0.15 c0.015 o0.6"],' +
  '["vertex",["jamba-1.5","jamba-1.5-mini","jamba-1.5-mini-001"],6,null,-1,0,null,null,4,"i0.2 o0.4"],' +
  '["vertex",["jamba-1.5-large","jamba-1.5-large-001"],6,null,-1,0,null,null,4,"i2 o8"],' +
  '["vertex",["llama-3.1-405b-instruct-maas"],8,null,-1,0,null,null,4,"i5 o16"],' +
  '["vertex",["llama-4-maverick-17b-128e-instruct-maas","llama-4-maverick-17b-16e-instruct-maas"],8,null,-1,0,null,null,4,"i0.35 o1.15"],' +
  '["vertex",["llama-4-scout-17b-128e-instruct-maas","llama-4-scout-17b-16e-instruct-maas"],8,null,-1,0,null,null,4,"i0.25 o0.7"],' +
  '["vertex",["mistral-large","mistral-large-2407","mistral-large-2411","mistral-large-2411-001"],2,null,-1,0,null,null,4,"i2 o6"],' +
  '["vertex",["mistral-nemo"],2,null,-1,0,null,null,4,"i0.15 o0.15"],' +
  '["vertex",["mistral-nemo-2407"],2,null,-1,0,null,null,4,"i3 o3"],' +
  '["vertex",["mistral-small-2503","mistral-small-2503-001"],2,null,-1,0,null,null,4,"i1 o3"],' +
  '["vertex",["multimodalembedding","multimodalembedding-001"],10,null,-1,0,null,null,4,"i0.8"],' +
  '["vertex",["qwen3-235b-a22b-instruct-2507-maas"],14,null,-1,0,null,null,4,"i0.25 o1"],' +
  '["vertex",["qwen3-coder-480b-a35b-instruct-maas"],14,null,-1,0,null,null,4,"i1 o4"],' +
  '["vertex",["text-embedding-004","text-embedding-005","text-multilingual-embedding-002","textembedding-gecko","textembedding-gecko-001","textembedding-gecko-003","textembedding-gecko-multilingual","textembedding-gecko-multilingual-001"],10,null,-1,0,null,null,4,"i0.1"],' +
  '["vertex",["text-embedding-large-exp-03-07"],-1,null,-1,0,null,null,4,"i0.1"],' +
  '["vertex",["text-embedding-preview-0409"],-1,null,-1,0,null,null,4,"i0.00625"],' +
  '["vertex",["text-multilingual-embedding-preview-0409"],10,null,-1,0,null,null,4,"i0.00625"],' +
  '["vertex",["text-unicorn","text-unicorn-001"],-1,null,-1,0,null,null,4,"i10 o28"],' +
  '["watsonx",["mistral-large"],2,null,-1,0,null,null,4,"i3 o10"],' +
  '["xai",["grok-2","grok-2-1212","grok-2-latest","grok-2-vision","grok-2-vision-1212","grok-2-vision-latest"],5,null,-1,0,null,null,1,"i2 o10"],' +
  '["xai",["grok-3","grok-3-beta","grok-3-latest","grok-4","grok-4-0709","grok-4-latest"],5,null,-1,0,null,null,1,"i3 c0.75 o15"],' +
  '["xai",["grok-3-fast","grok-3-fast-beta","grok-3-fast-latest"],5,null,-1,0,null,null,1,"i5 c1.25 o25"],' +
  '["xai",["grok-3-mini","grok-3-mini-beta","grok-3-mini-latest"],5,null,-1,0,null,null,1,"i0.3 c0.075 o0.5"],' +
  '["xai",["grok-3-mini-fast","grok-3-mini-fast-beta","grok-3-mini-fast-latest"],5,null,-1,0,null,null,1,"i0.6 c0.15 o4"],' +
  '["xai",["grok-4-1-fast","grok-4-1-fast-non-reasoning","grok-4-1-fast-non-reasoning-latest","grok-4-1-fast-reasoning","grok-4-1-fast-reasoning-latest","grok-4-fast","grok-4-fast-non-reasoning","grok-4-fast-non-reasoning-latest","grok-4-fast-reasoning","grok-4-fast-reasoning-latest"],5,null,-1,0,null,null,1,"i0.2 c0.05 o0.5"],' +
  '["xai",["grok-4.20","grok-4.3","grok-4.3-latest"],5,null,-1,0,null,null,1,"i1.25 c0.2 o2.5|199999 i2.5 c0.4 o5"],' +
  '["xai",["grok-4.20-0309-non-reasoning","grok-4.20-0309-reasoning","grok-4.20-multi-agent-0309"],5,null,-1,0,null,null,6,"i1.25 c0.2 o2.5"],' +
  '["xai",["grok-4.20-multi-agent"],5,null,-1,0,null,null,1,"i2 c0.2 o6"],' +
  '["xai",["grok-4.5","grok-4.5-latest"],5,null,-1,0,null,null,1,"i2 c0.3 o6|199999 i4 c0.6 o12"],' +
  '["xai",["grok-4.6","grok-4.6-latest"],5,null,-1,0,null,null,1,"i2 c0.5 o6|199999 i4 c1 o12"],' +
  '["xai",["grok-beta","grok-vision-beta"],5,null,-1,0,null,null,4,"i5 o15"],' +
  '["xai",["grok-build-0.1"],-1,null,-1,0,null,null,1,"i1 c0.2 o2|199999 i2 c0.4 o4"],' +
  '["xai",["grok-code-fast","grok-code-fast-1","grok-code-fast-1-0825"],5,null,-1,0,null,null,1,"i0.2 c0.02 o1.5"],' +
  '["xai",["grok-latest"],-1,null,-1,0,null,null,1,"i2 c0.3 o6|199999 i4 c0.6 o12"]]}';
