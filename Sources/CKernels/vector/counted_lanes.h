// Partial vectors where the machine has no masked loads and stores: the mask is a number of
// lanes, and the elements are moved one by one.

#define COUNTED_LANES

typedef long lane_mask;

INLINE lane_mask mask_of(long count) { return count; }

INLINE vf load_part(const float *p, lane_mask count) {
  float lanes[W] = {0};
  for (long i = 0; i < count; i++) lanes[i] = p[i];
  return load(lanes);
}

INLINE void store_part(float *p, vf x, lane_mask count) {
  float lanes[W];
  store(lanes, x);
  for (long i = 0; i < count; i++) p[i] = lanes[i];
}

INLINE vf keep_part(vf x, lane_mask count) {
  vi index;
  for (int i = 0; i < W; i++) index[i] = i;
  return (vf)((vi)x & (index < (int32_t)count));
}
