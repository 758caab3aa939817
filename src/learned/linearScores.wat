;; The inner loop of a linear model. One memory holds a model's table (see LinearTable.ts):
;;
;;   slots   [key, value] by the upper bits of the key, onwards to the next free one; a value of 0 is a free slot
;;   value   ends in 1: one weight, weight << 16 | class << 2 | 1
;;           ends in 2: the address of a whole row, an i16 a class
;;           else: the address of a row of weights as above, of which only the last ends in 1
;;
;; Sets the i32 of each class at $out to the sum over the $n features at $features. $size is the length of a whole row in
;; bytes, a multiple of 16; at $list there is room for two addresses a feature.
(module
  (import "model" "memory" (memory 1))
  (func (export "scores")
    (param $features i32) (param $n i32) (param $slots i32) (param $shift i32)
    (param $out i32) (param $size i32) (param $list i32)
    (local $end i32) (local $last i32) (local $at i32) (local $value i32) (local $feature i32)
    (local $dense i32) (local $from i32) (local $sum v128) (local $sum2 v128)
    ;; the value of each feature that is known, one after the other
    (local.set $end (i32.add (local.get $features) (i32.shl (local.get $n) (i32.const 2))))
    (local.set $last (local.get $list))
    (block $looked
      (loop $look
        (br_if $looked (i32.ge_u (local.get $features) (local.get $end)))
        (local.set $feature (i32.load (local.get $features)))
        (local.set $at (i32.add (local.get $slots) (i32.shl (i32.shr_u (local.get $feature) (local.get $shift)) (i32.const 3))))
        (block $found
          (loop $probe
            (br_if $found (i32.eqz (local.tee $value (i32.load offset=4 (local.get $at)))))
            (br_if $found (i32.eq (i32.load (local.get $at)) (local.get $feature)))
            (local.set $at (i32.add (local.get $at) (i32.const 8)))
            (br $probe)))
        (i32.store (local.get $last) (local.get $value))
        (local.set $last (i32.add (local.get $last) (i32.shl (i32.ne (local.get $value) (i32.const 0)) (i32.const 2))))
        (local.set $features (i32.add (local.get $features) (i32.const 4)))
        (br $look)))
    ;; the whole rows among them to the front of the list, the others behind its end
    (local.set $dense (local.get $list))
    (local.set $from (local.get $list))
    (local.set $end (local.get $last))
    (block $parted
      (loop $part
        (br_if $parted (i32.ge_u (local.get $from) (local.get $last)))
        (local.set $value (i32.load (local.get $from)))
        (local.set $at (i32.and (local.get $value) (i32.const 2)))
        (i32.store (local.get $end) (local.get $value))
        (local.set $end (i32.add (local.get $end) (i32.sub (i32.const 4) (i32.shl (local.get $at) (i32.const 1)))))
        (i32.store (local.get $dense) (i32.xor (local.get $value) (i32.const 2)))
        (local.set $dense (i32.add (local.get $dense) (i32.shl (local.get $at) (i32.const 1))))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (br $part)))
    ;; eight classes at a time over the whole rows
    (local.set $feature (i32.const 0))
    (loop $eight
      (local.set $sum (v128.const i32x4 0 0 0 0))
      (local.set $sum2 (v128.const i32x4 0 0 0 0))
      (local.set $from (local.get $list))
      (block $added
        (loop $add
          (br_if $added (i32.ge_u (local.get $from) (local.get $dense)))
          (local.set $at (i32.add (i32.load (local.get $from)) (local.get $feature)))
          (local.set $sum (i32x4.add (local.get $sum) (v128.load16x4_s (local.get $at))))
          (local.set $sum2 (i32x4.add (local.get $sum2) (v128.load16x4_s offset=8 (local.get $at))))
          (local.set $from (i32.add (local.get $from) (i32.const 4)))
          (br $add)))
      (local.set $at (i32.add (local.get $out) (i32.shl (local.get $feature) (i32.const 1))))
      (v128.store (local.get $at) (local.get $sum))
      (v128.store offset=16 (local.get $at) (local.get $sum2))
      (br_if $eight (i32.lt_u (local.tee $feature (i32.add (local.get $feature) (i32.const 16))) (local.get $size))))
    ;; weight by weight over the others
    (local.set $from (local.get $last))
    (block $done
      (loop $row
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $value (i32.load (local.get $from)))
        (local.set $at (i32.const 0))
        (if (i32.eqz (i32.and (local.get $value) (i32.const 1)))
          (then
            (local.set $at (local.get $value))
            (local.set $value (i32.load (local.get $at)))))
        (loop $weight
          (local.set $feature (i32.add (local.get $out) (i32.and (local.get $value) (i32.const 0xfffc))))
          (i32.store (local.get $feature) (i32.add (i32.load (local.get $feature)) (i32.shr_s (local.get $value) (i32.const 16))))
          (if (i32.eqz (i32.and (local.get $value) (i32.const 1)))
            (then
              (local.set $value (i32.load (local.tee $at (i32.add (local.get $at) (i32.const 4)))))
              (br $weight))))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (br $row)))))
